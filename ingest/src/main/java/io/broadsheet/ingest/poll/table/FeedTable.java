package io.broadsheet.ingest.poll.table;

import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.host.HostRests;
import io.broadsheet.ingest.poll.hub.HubRules;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * All feeds and their states, read whole and kept up to date. A reload reads to the end that
 * uncommitted readers see, so that what another poller has committed, or is about to, is not
 * missed; the transaction of one that died ends by its time-out, so the wait is bounded. Used by
 * one thread.
 */
public final class FeedTable implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FeedTable.class);

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration RELOAD_MAX = Duration.ofMinutes(2);

    private final Consumer<byte[], byte[]> committed;
    private final Consumer<byte[], byte[]> uncommitted;
    private final Deserializer<Feed> feedReader;
    private final Deserializer<FeedState> stateReader;
    private final Map<String, Feed> feeds = new HashMap<>();
    private final Map<String, FeedState> states = new HashMap<>();
    private final Map<String, KnownFeed> known = new TreeMap<>();
    private final Map<String, KnownFeed> departed = new TreeMap<>();
    private final HostRests rests;

    /**
     * @param committed reads committed records, and belongs to no group; closed with this
     * @param uncommitted is asked only where the topics end; closed with this
     * @param rests told which hosts want to be left alone
     */
    public FeedTable(
            Consumer<byte[], byte[]> committed,
            Consumer<byte[], byte[]> uncommitted,
            SchemaRegistry registry,
            HostRests rests) {
        this.committed = committed;
        this.uncommitted = uncommitted;
        this.rests = rests;
        this.feedReader = AvroSerde.of(Topics.FEEDS, registry).deserializer();
        this.stateReader = AvroSerde.of(Topics.FEED_STATE, registry).deserializer();
    }

    /**
     * Forgets all and reads anew, to the end.
     *
     * @throws TimeoutException if the end was not reached in two minutes
     */
    public void reload() {
        List<TopicPartition> partitions =
                Stream.of(Topics.FEEDS, Topics.FEED_STATE)
                        .flatMap(topic -> committed.partitionsFor(topic.name()).stream())
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        Map<TopicPartition, Long> ends = uncommitted.endOffsets(partitions);
        feeds.clear();
        states.clear();
        known.clear();
        departed.clear();
        committed.assign(partitions);
        committed.seekToBeginning(partitions);
        long endNanos = System.nanoTime() + RELOAD_MAX.toNanos();
        while (!isAt(ends)) {
            if (System.nanoTime() - endNanos > 0) {
                throw new TimeoutException("the end of the feeds was not reached");
            }
            committed.poll(POLL).forEach(record -> apply(record, _ -> true));
        }
    }

    private boolean isAt(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> committed.position(end.getKey()) >= end.getValue());
    }

    /**
     * Takes in what has been written since.
     *
     * @param own feeds whose states are written by us alone: what we have of them is the latest,
     *     what we read of them is older
     */
    public void readOn(Predicate<KnownFeed> own) {
        committed
                .poll(Duration.ZERO)
                .forEach(record ->
                        apply(record, sourceId -> findAny(sourceId).filter(own).isEmpty()));
    }

    /** What we have just written. */
    public void put(FeedState state) {
        states.put(state.getSourceId(), state);
        know(state.getSourceId());
    }

    /** All feeds, by sourceId. */
    public Collection<KnownFeed> feeds() {
        return Collections.unmodifiableCollection(known.values());
    }

    /** The feed of that source. */
    public Optional<KnownFeed> find(String sourceId) {
        return Optional.ofNullable(known.get(sourceId));
    }

    /** The same, also if it was taken off the list and a hub still has to be told. */
    public Optional<KnownFeed> findAny(String sourceId) {
        return find(sourceId).or(() -> Optional.ofNullable(departed.get(sourceId)));
    }

    /** Feeds that were taken off the list, and of which a hub still has to be told. */
    public Collection<KnownFeed> departed() {
        return Collections.unmodifiableCollection(departed.values());
    }

    /** Until when a host wants to be left alone; long ago if it never said so. */
    public Instant blockedUntil(String host) {
        return rests.until(host);
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, Predicate<String> takesState) {
        String sourceId = new String(record.key(), StandardCharsets.UTF_8);
        try {
            if (record.topic().equals(Topics.FEEDS.name())) {
                putOrRemove(feeds, Topics.FEEDS, feedReader, record);
                know(sourceId);
            } else if (takesState.test(sourceId)) {
                putOrRemove(states, Topics.FEED_STATE, stateReader, record);
                know(sourceId);
            }
        } catch (AvroCorruptException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a record about a feed cannot be read and is passed over");
        }
    }

    private static <V extends SpecificRecord> void putOrRemove(
            Map<String, V> values,
            Topic<V> topic,
            Deserializer<V> reader,
            ConsumerRecord<byte[], byte[]> record) {
        String sourceId = new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            values.remove(sourceId);
        } else {
            values.put(sourceId, reader.deserialize(topic.name(), record.value()));
        }
    }

    private void know(String sourceId) {
        Feed feed = feeds.get(sourceId);
        FeedState state = states.get(sourceId);
        known.remove(sourceId);
        departed.remove(sourceId);
        if (feed != null) {
            KnownFeed now = KnownFeed.of(feed, state);
            known.put(sourceId, now);
            now.state().ifPresent(it -> learn(it, now.host()));
        } else if (state != null && !state.getSubscriptions().isEmpty()) {
            departed.put(sourceId, KnownFeed.departed(state));
        }
    }

    private void learn(FeedState state, String ownHost) {
        if (state.getRetryAfter() != null) {
            String host = Optional.ofNullable(state.getRetryAfterHost()).orElse(ownHost);
            rests.ask(host, state.getRetryAfter());
        }
        HubRules.learn(state, rests);
    }

    @Override
    public void close() {
        committed.close();
        uncommitted.close();
    }
}
