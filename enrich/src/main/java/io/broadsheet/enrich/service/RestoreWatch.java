package io.broadsheet.enrich.service;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * Which stores are being restored from their changelogs, and how much of that is left: no article
 * is taken until they are. Safe for any number of threads.
 */
final class RestoreWatch implements StateRestoreListener {

    private final Map<TopicPartition, Restoring> underWay = new ConcurrentHashMap<>();

    private record Restoring(String store, long left) {}

    /** {@code broadsheet_restoring_partitions} and {@code broadsheet_restoring_records}. */
    void bindTo(MeterRegistry registry) {
        Gauge.builder("broadsheet.restoring.partitions", underWay, Map::size)
                .description(
                        "partitions of state that are being restored; no article is taken then")
                .register(registry);
        Gauge.builder("broadsheet.restoring.records", this, RestoreWatch::left)
                .description("records of changelogs that are still to be read")
                .register(registry);
    }

    /** What an operator is told; empty if nothing is being restored. */
    Optional<String> told() {
        Map<String, Long> byStore =
                underWay.values().stream()
                        .collect(
                                Collectors.groupingBy(
                                        Restoring::store,
                                        TreeMap::new,
                                        Collectors.summingLong(Restoring::left)));
        return byStore.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        byStore.entrySet().stream()
                                .map(it -> it.getKey() + " (" + it.getValue() + " records left)")
                                .collect(Collectors.joining(", ", "restoring ", "")));
    }

    private double left() {
        return underWay.values().stream().mapToLong(Restoring::left).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
        underWay.put(partition, new Restoring(store, Math.max(0, end - start)));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long end, long count) {
        underWay.computeIfPresent(
                partition, (_, it) -> new Restoring(store, Math.max(0, it.left() - count)));
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        underWay.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        underWay.remove(partition);
    }
}
