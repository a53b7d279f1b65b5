package io.broadsheet.enrich.service;

import io.broadsheet.enrich.topology.EnrichTopology;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.Metric;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.QueryableStoreTypes;

import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * {@code broadsheet_state_store_entries} and {@code broadsheet_state_store_bytes} by store: all
 * that this instance holds of it, on disk and in memory, as far as RocksDB estimates it. NaN while
 * the stores cannot be asked. What it is bound to keeps it: nobody else has to.
 */
final class StoreMeters {

    private static final Set<String> BYTES = Set.of("total-sst-files-size", "size-all-mem-tables");

    private final Supplier<Optional<KafkaStreams>> streams;

    StoreMeters(Supplier<Optional<KafkaStreams>> streams) {
        this.streams = streams;
    }

    void bindTo(MeterRegistry registry) {
        for (String store : EnrichTopology.storeNames()) {
            Gauge.builder("broadsheet.state.store.entries", this, it -> it.entries(store))
                    .description("entries that this instance holds, as estimated")
                    .strongReference(true)
                    .tag("store", store)
                    .register(registry);
            Gauge.builder("broadsheet.state.store.bytes", this, it -> it.bytes(store))
                    .description("what this instance holds, in files and in memory")
                    .strongReference(true)
                    .baseUnit("bytes")
                    .tag("store", store)
                    .register(registry);
        }
    }

    private double entries(String store) {
        try {
            return streams.get()
                    .map(running -> (double) entries(running, store))
                    .orElse(Double.NaN);
        } catch (InvalidStateStoreException | IllegalStateException _) {
            // It is being restored, or has moved to another instance meanwhile.
            return Double.NaN;
        }
    }

    private static long entries(KafkaStreams running, String store) {
        return running.store(
                        StoreQueryParameters.fromNameAndType(
                                store, QueryableStoreTypes.keyValueStore()))
                .approximateNumEntries();
    }

    private double bytes(String store) {
        return streams.get()
                .map(running ->
                        running.metrics().values().stream()
                                .filter(metric -> isSizeOf(metric, store))
                                .mapToDouble(StoreMeters::value)
                                .sum())
                .orElse(Double.NaN);
    }

    private static boolean isSizeOf(Metric metric, String store) {
        var name = metric.metricName();
        return name.group().equals("stream-state-metrics")
                && BYTES.contains(name.name())
                && store.equals(name.tags().get("rocksdb-state-id"));
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Number number ? number.doubleValue() : 0;
    }
}
