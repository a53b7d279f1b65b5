package io.broadsheet.e2e.faults.reading;

import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/**
 * I7, along the way: reads how far a reader says it is, then what has come of the records before
 * that. Used by one thread. A sample that the world does not let it take is left out.
 */
public final class Sampler implements AutoCloseable {

    private static final Duration DECISION_MAX = Duration.ofSeconds(20);
    private static final String ENRICH_GROUP = "broadsheet-enrich";
    private static final String POSITIONS =
            "SELECT topic, part, next_offset FROM broadsheet.sink_partition";
    private static final String ROWS =
            "SELECT article_id, max(version) FROM broadsheet.article_write GROUP BY article_id";
    private static final String LETTERS =
            "SELECT origin_topic, origin_partition, origin_offset FROM broadsheet.dead_letter"
                    + " WHERE origin_topic IS NOT NULL";

    private final Decoder decoder;
    private final Admin admin;
    private final Consumer<String> accepted;
    private final Tail raw;
    private final Tail outcomes;
    private final Tail enriched;
    private final Tail cursors;
    private final TreeSet<Place> unanswered = new TreeSet<>();
    private final Set<Place> answered = new HashSet<>();
    private final Map<Place, Found.Version> unstored = new HashMap<>();
    private final Set<Found.Passed> passed = new HashSet<>();
    private int samples;

    /**
     * @param accepted is told the document of each committed cursor
     */
    public Sampler(
            String bootstrapServers, Decoder decoder, Admin admin, Consumer<String> accepted) {
        this.decoder = decoder;
        this.admin = admin;
        this.accepted = accepted;
        raw = tail(bootstrapServers, Topics.RAW);
        outcomes = tail(bootstrapServers, Topics.OUTCOMES);
        enriched = tail(bootstrapServers, Topics.ENRICHED);
        cursors = tail(bootstrapServers, Topics.INGEST_CURSORS);
    }

    private static Tail tail(String bootstrapServers, Topic<?> topic) {
        return new Tail(bootstrapServers, List.of(topic.name()));
    }

    /** What was passed before it came to anything. */
    public List<Found.Passed> passed() {
        return List.copyOf(passed);
    }

    /** How many samples were taken. */
    public int samples() {
        return samples;
    }

    /** How many raw records have no entry in the ledger yet, as far as is known. */
    public int unanswered() {
        return unanswered.size();
    }

    /** Looks at ingest and enrichment. */
    public void sampleLog() throws InterruptedException, ExecutionException {
        drain(cursors).forEach(record -> accepted.accept(decoder.cursor(record).document()));
        drain(raw).forEach(record -> note(placeOf(record)));
        Map<TopicPartition, OffsetAndMetadata> positions =
                admin.listConsumerGroupOffsets(ENRICH_GROUP).partitionsToOffsetAndMetadata().get();
        // What was written for a committed position lies below these ends, decided or not.
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        boolean decided = outcomes.pollTo(outcomes.ends(), DECISION_MAX, records);
        records.forEach(record -> answer(decoder.outcome(record).raw()));
        if (!decided) {
            return;
        }
        samples++;
        for (Place record : unanswered) {
            var partition = new TopicPartition(record.topic(), record.partition());
            OffsetAndMetadata position = positions.get(partition);
            if (position != null && record.offset() < position.offset()) {
                passed.add(
                        new Found.Passed(ENRICH_GROUP, record, position.offset(), Instant.now()));
            }
        }
    }

    private void note(Place record) {
        if (!answered.remove(record)) {
            unanswered.add(record);
        }
    }

    private void answer(Place record) {
        if (!unanswered.remove(record)) {
            answered.add(record);
        }
    }

    /** Looks at the sinks. */
    public void sampleStore(Connection connection) throws SQLException {
        for (ConsumerRecord<String, byte[]> record : drain(enriched)) {
            Found.Version version = decoder.version(Topics.ENRICHED, record);
            unstored.put(version.place(), version);
        }
        Map<TopicPartition, Long> positions = new HashMap<>();
        StoreReading.query(
                        connection,
                        POSITIONS,
                        row -> new Place(row.getString(1), row.getInt(2), row.getLong(3)))
                .forEach(p ->
                        positions.put(new TopicPartition(p.topic(), p.partition()), p.offset()));
        Map<String, Integer> rows = new HashMap<>();
        StoreReading.query(connection, ROWS, row -> Map.entry(row.getString(1), row.getInt(2)))
                .forEach(row -> rows.put(row.getKey(), row.getValue()));
        Set<Place> buried =
                Set.copyOf(
                        StoreReading.query(
                                connection,
                                LETTERS,
                                row -> new Place(row.getString(1), row.getInt(2), row.getLong(3))));
        samples++;
        unstored.values()
                .removeIf(version ->
                        rows.getOrDefault(version.articleId(), 0) >= version.version()
                                || buried.contains(version.place()));
        for (Place record : unstored.keySet()) {
            Long position = positions.get(new TopicPartition(record.topic(), record.partition()));
            if (position != null && record.offset() < position) {
                passed.add(new Found.Passed("sink", record, position, Instant.now()));
            }
        }
    }

    private static List<ConsumerRecord<String, byte[]>> drain(Tail tail) {
        List<ConsumerRecord<String, byte[]>> records = new ArrayList<>();
        List<ConsumerRecord<String, byte[]>> polled = tail.poll();
        while (!polled.isEmpty()) {
            records.addAll(polled);
            polled = tail.poll();
        }
        return records;
    }

    private static Place placeOf(ConsumerRecord<String, byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    @Override
    public void close() {
        try (raw;
                outcomes;
                enriched;
                cursors) {
            unanswered.clear();
        }
    }
}
