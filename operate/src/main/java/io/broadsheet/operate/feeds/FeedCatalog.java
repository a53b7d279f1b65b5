package io.broadsheet.operate.feeds;

import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.web.url.RegistrableHost;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** The feeds of a cluster, read and changed by an operator. */
public final class FeedCatalog {

    private static final String TRANSACTIONAL_ID = "broadsheet-feeds-tool";

    private final Cluster cluster;

    /**
     * @param cluster that has them
     */
    public FeedCatalog(Cluster cluster) {
        this.cluster = cluster;
    }

    /** All of them with what is known of them, by sourceId. */
    public SortedMap<String, KnownFeed> feeds() {
        Map<String, FeedState> states = read(Topics.FEED_STATE);
        SortedMap<String, KnownFeed> feeds = new TreeMap<>();
        read(Topics.FEEDS).forEach((id, feed) -> feeds.put(id, KnownFeed.of(feed, states.get(id))));
        return feeds;
    }

    /** How each of them is now, by sourceId. */
    public List<FeedHealth> health() {
        Instant now = cluster.clock().instant();
        return feeds().values().stream().map(feed -> FeedHealth.of(feed, now)).toList();
    }

    /**
     * One of them.
     *
     * @throws UserMistake if there is none of that name
     */
    public Feed find(String sourceId) {
        Feed feed = read(Topics.FEEDS).get(sourceId);
        if (feed == null) {
            throw new UserMistake(
                    sourceId + ": there is no feed of that name; `feeds list` shows them");
        }
        return feed;
    }

    /** Now, as the contract writes it. */
    public Instant now() {
        return cluster.clock().instant().truncatedTo(ChronoUnit.MILLIS);
    }

    /** Adds or changes feeds. */
    public void put(List<Feed> feeds) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Feed feed : feeds) {
            records.add(record(Topics.FEEDS, feed.getSourceId(), feed));
        }
        write(records);
    }

    /** Adds a feed, or changes it, and has it looked at without delay. */
    public void putAndAsk(Feed feed) {
        FetchRequest request =
                FetchRequest.newBuilder()
                        .setSourceId(feed.getSourceId())
                        .setReason(FetchReason.OPERATOR)
                        .setRequestedAt(now())
                        .build();
        String host = RegistrableHost.of(feed.getFeedUrl()).orElse(feed.getFeedUrl());
        write(
                List.of(
                        record(Topics.FEEDS, feed.getSourceId(), feed),
                        record(Topics.FETCH_REQUESTS, host, request)));
    }

    /** Takes a feed off the list. What is known of it stays, for the day it comes back. */
    public void remove(String sourceId) {
        write(List.of(record(Topics.FEEDS, sourceId, null)));
    }

    private <V extends SpecificRecord> Map<String, V> read(Topic<V> topic) {
        Map<String, V> values = new TreeMap<>();
        Deserializer<V> reader = AvroSerde.of(topic, cluster.registry()).deserializer();
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(topic.name()),
                    record -> {
                        String key = new String(record.key(), StandardCharsets.UTF_8);
                        if (record.value() == null) {
                            values.remove(key);
                        } else {
                            values.put(key, reader.deserialize(topic.name(), record.value()));
                        }
                        return Next.GO_ON;
                    });
        }
        return values;
    }

    private <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
            Topic<V> topic, String key, @Nullable V value) {
        byte[] bytes =
                value == null
                        ? null
                        : AvroSerde.of(topic, cluster.registry())
                                .serializer()
                                .serialize(topic.name(), value);
        return new ProducerRecord<>(
                topic.name(),
                null,
                now().toEpochMilli(),
                key.getBytes(StandardCharsets.UTF_8),
                bytes);
    }

    /** All or nothing. */
    private void write(List<ProducerRecord<byte[], byte[]>> records) {
        try (Producer<byte[], byte[]> producer = cluster.producer(TRANSACTIONAL_ID)) {
            producer.beginTransaction();
            for (ProducerRecord<byte[], byte[]> record : records) {
                var _ = producer.send(record); // the commit fails if one of them does
            }
            producer.commitTransaction();
        }
    }
}
