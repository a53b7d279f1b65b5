package io.broadsheet.schemas.subscribe;

import static java.util.Objects.requireNonNull;

import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A member of a consumer group that commits what it is told is done, and nothing else. But for
 * {@link #wakeup()} it is for one thread at a time, as Kafka's consumer is.
 */
final class GroupReader implements ConsumerRebalanceListener {

    private static final Logger LOG = LoggerFactory.getLogger(ArticleStream.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Optional<Instant> since;

    /** Done and not committed yet: where each partition is to go on. */
    private final Map<TopicPartition, OffsetAndMetadata> done = new HashMap<>();

    /** Fetched by a program that has not said yet that it is done. */
    private final Map<TopicPartition, OffsetAndMetadata> handedOut = new HashMap<>();

    /** Gone to others since the last fetch: what was fetched of them is theirs. */
    private final Set<TopicPartition> gone = new HashSet<>();

    private boolean resting;

    GroupReader(Map<String, Object> settings, String topic, Optional<Instant> since) {
        this.since = since;
        this.consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        consumer.subscribe(List.of(topic), this);
    }

    /**
     * The next records; none if none came in time.
     *
     * @throws WakeupException if {@link #wakeup()} was called
     */
    ConsumerRecords<byte[], byte[]> fetch(Duration timeMax) {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(timeMax);
        // One poll may give partitions up, get them again and read them: what it returns is ours.
        gone.clear();
        return records;
    }

    /** Whether a fetched record is still ours to handle. */
    boolean owns(ConsumerRecord<byte[], byte[]> record) {
        return !gone.contains(new TopicPartition(record.topic(), record.partition()));
    }

    /** The record has been handled, and all before it in its partition. */
    void done(ConsumerRecord<byte[], byte[]> record) {
        done.put(
                new TopicPartition(record.topic(), record.partition()),
                new OffsetAndMetadata(record.offset() + 1, record.leaderEpoch(), ""));
    }

    /** All that was fetched has been handled, and what lies behind it is no record. */
    void doneAll(ConsumerRecords<byte[], byte[]> records) {
        handOut(records);
        handedOutIsDone();
    }

    /** All that was fetched is with the program now, which will say when it is done. */
    void handOut(ConsumerRecords<byte[], byte[]> records) {
        records.nextOffsets()
                .forEach((partition, next) -> {
                    if (!gone.contains(partition)) {
                        handedOut.put(partition, next);
                    }
                });
    }

    /** The program has said it. */
    void handedOutIsDone() {
        done.putAll(handedOut);
        handedOut.clear();
    }

    /**
     * Commits what is done. If that cannot be said now it is said later; if it may not be said any
     * more, others are given the records again.
     */
    void commit() {
        if (done.isEmpty()) {
            return;
        }
        try {
            commitThroughWakeup(done);
            done.clear();
        } catch (CommitFailedException e) {
            LOG.atWarn()
                    .addKeyValue("partitions", done.keySet())
                    .addKeyValue("error", e.getMessage())
                    .log("left the group before the commit; its records are delivered again");
            done.clear();
        } catch (RebalanceInProgressException e) {
            LOG.atDebug().log("a rebalance goes on; what is done is committed after it");
        } catch (RetriableException e) {
            LOG.atWarn()
                    .addKeyValue("error", e.getMessage())
                    .log("could not commit; tried again with the next");
        }
    }

    /**
     * Waits without leaving the group and without fetching. A wait of no time tells the group that
     * we are alive.
     */
    void rest(Duration pause) {
        resting = true;
        consumer.pause(consumer.assignment());
        long end = System.nanoTime() + pause.toNanos();
        do {
            Duration left = Duration.ofNanos(Math.max(0, end - System.nanoTime()));
            if (!consumer.poll(left).isEmpty()) {
                throw new IllegalStateException("the consumer gave records of paused partitions");
            }
        } while (System.nanoTime() < end);
        resting = false;
        consumer.resume(consumer.paused());
    }

    /** Ends a fetch or a rest with a {@link WakeupException}. May be called by any thread. */
    void wakeup() {
        consumer.wakeup();
    }

    /** Commits what is done and leaves the group. */
    void close() {
        try {
            commit();
        } finally {
            consumer.close();
        }
    }

    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        if (resting) {
            consumer.pause(partitions);
        }
        since.ifPresent(time -> beginPatiently(time, partitions));
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        commit();
        onPartitionsLost(partitions);
    }

    @Override
    public void onPartitionsLost(Collection<TopicPartition> partitions) {
        gone.addAll(partitions);
        done.keySet().removeAll(partitions);
        handedOut.keySet().removeAll(partitions);
    }

    /** An outage is waited for: without this we would begin elsewhere. A wakeup ends it. */
    private void beginPatiently(Instant time, Collection<TopicPartition> partitions) {
        boolean begun = false;
        while (!begun) {
            try {
                beginAt(time, partitions);
                begun = true;
            } catch (RebalanceInProgressException e) {
                LOG.atDebug().log("a rebalance goes on; the next assignment begins at that time");
                begun = true;
            } catch (RetriableException e) {
                LOG.atWarn()
                        .addKeyValue("error", e.getMessage())
                        .log("Kafka does not say where that time is; asked again");
            }
        }
    }

    /**
     * Where the group has committed nothing. It commits at once where it begins: otherwise the next
     * owner would begin elsewhere if older records had come meanwhile.
     */
    private void beginAt(Instant time, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> fresh = new HashMap<>();
        consumer.committed(Set.copyOf(partitions))
                .forEach((partition, committed) -> {
                    if (committed == null) {
                        fresh.put(partition, time.toEpochMilli());
                    }
                });
        if (fresh.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(fresh.keySet());
        Map<TopicPartition, OffsetAndMetadata> starts = new HashMap<>();
        consumer.offsetsForTimes(fresh)
                .forEach((partition, found) -> {
                    long start =
                            found == null ? requireNonNull(ends.get(partition)) : found.offset();
                    consumer.seek(partition, start);
                    starts.put(partition, new OffsetAndMetadata(start));
                });
        commitThroughWakeup(starts);
    }

    /** A wakeup is for fetches and rests: a commit goes on, and whatever follows is ended. */
    private void commitThroughWakeup(Map<TopicPartition, OffsetAndMetadata> offsets) {
        try {
            consumer.commitSync(offsets);
        } catch (WakeupException e) {
            try {
                consumer.commitSync(offsets);
            } finally {
                consumer.wakeup();
            }
        }
    }
}
