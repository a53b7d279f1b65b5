package io.broadsheet.operate.cluster;

import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads committed records from some offsets to where the log ends now. The end is that of the
 * committed records: what an open transaction holds is not waited for. Used by one thread.
 */
public final class LogScan implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration STILL_MAX = Duration.ofSeconds(25);

    private final Consumer<byte[], byte[]> consumer;
    private final InstantSource clock;

    LogScan(Consumer<byte[], byte[]> consumer, InstantSource clock) {
        this.consumer = consumer;
        this.clock = clock;
    }

    /** The first offset of each partition that is still there. */
    public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        consumer.assign(partitions);
        return consumer.beginningOffsets(partitions);
    }

    /** The offset behind the last committed record, or marker, of each partition. */
    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        consumer.assign(partitions); // it warns of every one that is not assigned
        return consumer.endOffsets(partitions);
    }

    /**
     * The first offset of each partition whose record is not older; the end if there is none.
     *
     * @param times in milliseconds since 1970
     */
    public Map<TopicPartition, Long> since(Map<TopicPartition, Long> times) {
        Map<TopicPartition, Long> offsets = new HashMap<>(ends(times.keySet()));
        consumer.offsetsForTimes(times)
                .forEach((partition, found) -> {
                    if (found != null) {
                        offsets.put(partition, found.offset());
                    }
                });
        return offsets;
    }

    /** Shows all that these partitions hold now. */
    public void readAll(Collection<TopicPartition> partitions, RecordVisitor visitor) {
        read(begins(partitions), visitor);
    }

    /**
     * Shows records from these offsets on, up to the ends as they are now.
     *
     * @throws ToolFailure if a partition does not answer
     */
    public void read(Map<TopicPartition, Long> from, RecordVisitor visitor) {
        new Pass(from, ends(from.keySet()), visitor).run();
    }

    /**
     * Shows records from these offsets on, and what comes, until the visitor or an interrupt stops
     * it.
     */
    public void follow(Map<TopicPartition, Long> from, RecordVisitor visitor) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        while (!Thread.currentThread().isInterrupted()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (visitor.visit(record) == Next.STOP) {
                    return;
                }
            }
        }
    }

    /**
     * Shows records from these offsets on, and what comes, and asks after each look whether to go
     * on.
     */
    public void follow(Map<TopicPartition, Long> from, RecordVisitor visitor, Looking looking) {
        consumer.assign(from.keySet());
        from.forEach(consumer::seek);
        do {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                if (visitor.visit(record) == Next.STOP) {
                    return;
                }
            }
        } while (looking.goesOn(this));
    }

    /** Asked between two looks at the log. */
    @FunctionalInterface
    public interface Looking {

        /** Whether to look again. */
        boolean goesOn(LogScan scan);
    }

    /** The offset that is read next of a partition that is being followed. */
    public long position(TopicPartition partition) {
        return consumer.position(partition);
    }

    @Override
    public void close() {
        consumer.close();
    }

    /** One reading from offsets to ends. */
    private final class Pass {

        private final Map<TopicPartition, Long> from;
        private final Map<TopicPartition, Long> ends;
        private final RecordVisitor visitor;
        private final Set<TopicPartition> open = new HashSet<>();
        private boolean stopped;

        Pass(
                Map<TopicPartition, Long> from,
                Map<TopicPartition, Long> ends,
                RecordVisitor visitor) {
            this.from = from;
            this.ends = ends;
            this.visitor = visitor;
        }

        void run() {
            Map<TopicPartition, Long> begins = begins(from.keySet());
            from.forEach((partition, offset) -> {
                if (Math.max(offset, begins.getOrDefault(partition, 0L)) < end(partition)) {
                    open.add(partition);
                }
            });
            consumer.assign(open);
            consumer.resume(open); // a partition that was left before is still paused
            open.forEach(partition ->
                    consumer.seek(
                            partition,
                            Math.max(
                                    from.getOrDefault(partition, 0L),
                                    begins.getOrDefault(partition, 0L))));
            readOn();
        }

        private void readOn() {
            Map<TopicPartition, Long> before = new HashMap<>();
            Instant moved = clock.instant();
            while (!stopped && !open.isEmpty()) {
                show(consumer.poll(POLL));
                Map<TopicPartition, Long> now = positions();
                if (!now.equals(before)) {
                    before = now;
                    moved = clock.instant();
                } else if (clock.instant().isAfter(moved.plus(STILL_MAX))) {
                    throw new ToolFailure("no answer from the leaders of " + open);
                }
            }
        }

        private Map<TopicPartition, Long> positions() {
            Map<TopicPartition, Long> positions = new HashMap<>();
            for (TopicPartition partition : List.copyOf(open)) {
                long position = consumer.position(partition);
                positions.put(partition, position);
                if (position >= end(partition)) {
                    leave(partition);
                }
            }
            return positions;
        }

        private void show(ConsumerRecords<byte[], byte[]> records) {
            for (ConsumerRecord<byte[], byte[]> record : records) {
                TopicPartition partition = new TopicPartition(record.topic(), record.partition());
                if (stopped) {
                    return;
                }
                if (open.contains(partition) && record.offset() < end(partition)) {
                    heed(visitor.visit(record), partition);
                }
            }
        }

        private void heed(Next next, TopicPartition partition) {
            switch (next) {
                case GO_ON -> {}
                case LEAVE_PARTITION -> leave(partition);
                case STOP -> stopped = true;
            }
        }

        private void leave(TopicPartition partition) {
            open.remove(partition);
            consumer.pause(List.of(partition));
        }

        private long end(TopicPartition partition) {
            return ends.getOrDefault(partition, 0L);
        }
    }
}
