package io.broadsheet.sink;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Records that are polled and not yet stored, in the order they came, and how far each partition
 * was read. A partition is read further than its last record where transaction markers follow; that
 * is remembered too, so that a store that has everything stands at the end of the log.
 */
final class Backlog {

    private final SinkConfig limits;
    private final Deque<ConsumerRecord<byte[], byte[]>> records = new ArrayDeque<>();
    private final Map<TopicPartition, Long> read = new HashMap<>();
    private Instant waitingSince = Instant.MAX;
    private long bytes;

    /**
     * Given out and not yet stored: asked for again, it is the same, as a save that may have been.
     */
    private Optional<Cut> given = Optional.empty();

    Backlog(SinkConfig limits) {
        this.limits = limits;
    }

    void add(ConsumerRecords<byte[], byte[]> polled, Instant now) {
        polled.forEach(record -> {
            records.add(record);
            bytes += bytesOf(record);
        });
        polled.nextOffsets().forEach((partition, next) -> read.put(partition, next.offset()));
        if (!read.isEmpty() && waitingSince.equals(Instant.MAX)) {
            waitingSince = now;
        }
    }

    /** Whether a batch is full, or something has waited long enough. */
    boolean isDue(Instant now) {
        return isFull() || !dueIn(now).isPositive();
    }

    /** Whether more should not be polled. */
    boolean isFull() {
        return records.size() >= limits.batchRecordsMax() || bytes >= limits.batchBytesMax();
    }

    boolean isEmpty() {
        return read.isEmpty();
    }

    /** How long until something has waited long enough; very long if nothing waits. */
    Duration dueIn(Instant now) {
        return isEmpty()
                ? Duration.ofDays(1)
                : Duration.between(now, waitingSince.plus(limits.batchWaitMax()));
    }

    /** The first records, within the bounds of a batch; at least one if there is any. */
    Cut first() {
        Cut cut = given.orElseGet(this::cut);
        given = Optional.of(cut);
        return cut;
    }

    private Cut cut() {
        List<ConsumerRecord<byte[], byte[]>> cut = new ArrayList<>();
        Map<TopicPartition, Long> next = new HashMap<>();
        Set<TopicPartition> left = new HashSet<>();
        long cutBytes = 0;
        for (ConsumerRecord<byte[], byte[]> record : records) {
            cutBytes += bytesOf(record);
            boolean fits = cut.isEmpty() || cutBytes <= limits.batchBytesMax();
            if (left.isEmpty() && fits && cut.size() < limits.batchRecordsMax()) {
                cut.add(record);
                next.put(partitionOf(record), record.offset() + 1);
            } else {
                left.add(partitionOf(record));
            }
        }
        read.forEach((partition, offset) -> {
            if (!left.contains(partition)) {
                next.put(partition, offset);
            }
        });
        return new Cut(cut, next);
    }

    /** Forgets what {@link #first} gave. */
    void stored(Cut cut, Instant now) {
        given = Optional.empty();
        for (ConsumerRecord<byte[], byte[]> record : cut.records()) {
            bytes -= bytesOf(record);
            records.remove();
        }
        read.entrySet().removeIf(entry -> entry.getValue().equals(cut.next().get(entry.getKey())));
        waitingSince = isEmpty() ? Instant.MAX : now;
    }

    /** The timestamp of the first record of each partition that has any. */
    Map<TopicPartition, Long> oldest() {
        Map<TopicPartition, Long> oldest = new HashMap<>();
        records.forEach(record -> oldest.putIfAbsent(partitionOf(record), record.timestamp()));
        return oldest;
    }

    /** Forgets what belongs to partitions that someone else stores now. */
    void drop(Collection<TopicPartition> partitions) {
        given = Optional.empty();
        records.removeIf(record -> partitions.contains(partitionOf(record)));
        bytes = records.stream().mapToLong(Backlog::bytesOf).sum();
        read.keySet().removeAll(partitions);
        if (isEmpty()) {
            waitingSince = Instant.MAX;
        }
    }

    /** The place of a record's partition. */
    static TopicPartition partitionOf(ConsumerRecord<byte[], byte[]> record) {
        return new TopicPartition(record.topic(), record.partition());
    }

    private static long bytesOf(ConsumerRecord<byte[], byte[]> record) {
        return (long) Math.max(0, record.serializedKeySize())
                + Math.max(0, record.serializedValueSize());
    }

    /**
     * What goes into one batch.
     *
     * @param records in the order they came
     * @param next where each partition stands once they are stored
     */
    record Cut(List<ConsumerRecord<byte[], byte[]>> records, Map<TopicPartition, Long> next) {}
}
