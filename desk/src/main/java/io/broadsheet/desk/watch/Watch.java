package io.broadsheet.desk.watch;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Reads the topics of its followers from a bounded number of records before their ends, and then
 * whatever comes. It belongs to no group and commits nothing. After an outage it goes on where it
 * was.
 */
public final class Watch implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Watch.class);
    private static final Duration PAUSE = Duration.ofSeconds(2);

    private final KafkaAccess kafka;
    private final InstantSource clock;
    private final List<Follower> followers;
    private final long historyRecordsMax;
    private final OutageLoop loop = new OutageLoop("desk-watch", PAUSE, this::read);
    private final Map<TopicPartition, Long> positions = new HashMap<>();
    private final Map<TopicPartition, Long> behind = new HashMap<>();
    private final AtomicLong seen = new AtomicLong();
    private final AtomicLong unreadable = new AtomicLong();

    /**
     * @param historyRecordsMax how many records of each topic are read of what is there already
     */
    public Watch(
            KafkaAccess kafka,
            InstantSource clock,
            List<Follower> followers,
            long historyRecordsMax) {
        this.kafka = kafka;
        this.clock = clock;
        this.followers = List.copyOf(followers);
        this.historyRecordsMax = historyRecordsMax;
        loop.obstruct("has not read the topics yet");
    }

    /** Begins. */
    public void start() {
        loop.start();
    }

    /** How many records it was shown: when this grows, something is new. */
    public long seen() {
        return seen.get();
    }

    /** How many records could not be read by any schema. */
    public long unreadable() {
        return unreadable.get();
    }

    /** Why it has stopped by itself, if it has. */
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    /** Why what is shown may be old; empty if all is read. */
    public Optional<String> notReady() {
        return loop.notReady();
    }

    private void read(OutageLoop loop) {
        try (Cluster cluster = Cluster.open(kafka, clock);
                LogScan scan = cluster.tail()) {
            if (positions.isEmpty()) {
                begin(cluster);
            }
            behind.clear();
            behind.putAll(scan.ends(positions.keySet()));
            scan.follow(Map.copyOf(positions), this::show, this::goesOn);
        } catch (ToolFailure e) {
            throw new KafkaException(e.getMessage(), e); // an outage: it is tried again
        }
    }

    private void begin(Cluster cluster) {
        Set<String> topics = new HashSet<>();
        followers.forEach(follower -> topics.addAll(follower.topics()));
        topics.retainAll(cluster.topics());
        if (topics.isEmpty()) {
            throw new ToolFailure(
                    "none of the topics is there yet; `broadsheet topics create` makes them");
        }
        positions.putAll(new Beginning(cluster, historyRecordsMax).of(topics));
        followers.forEach(follower -> follower.startsAt(Map.copyOf(positions)));
    }

    private Next show(ConsumerRecord<byte[], byte[]> record) {
        for (Follower follower : followers) {
            if (follower.topics().contains(record.topic())) {
                show(record, follower);
            }
        }
        positions.put(new TopicPartition(record.topic(), record.partition()), record.offset() + 1);
        seen.incrementAndGet();
        return loop.isClosed() ? Next.STOP : Next.GO_ON;
    }

    private void show(ConsumerRecord<byte[], byte[]> record, Follower follower) {
        try {
            follower.take(record);
        } catch (AvroCorruptException | SchemaUnknownException e) {
            unreadable.incrementAndGet();
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a record cannot be read");
        }
    }

    private boolean goesOn(LogScan scan) {
        behind.entrySet().removeIf(end -> scan.position(end.getKey()) >= end.getValue());
        if (behind.isEmpty()) {
            loop.clear();
        } else {
            loop.obstruct("is reading what the topics hold already");
        }
        return !loop.isClosed();
    }

    @Override
    public void close() {
        loop.close();
    }
}
