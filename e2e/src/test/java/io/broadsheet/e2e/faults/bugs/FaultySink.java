package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.reading.Decoder;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A small sink by the same design as the product's, with at most one bug. Its tables have no key
 * that would hide what is written twice.
 */
final class FaultySink implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int BATCH = 5;

    /** Kafka's own offsets lag: every so many batches they are committed. */
    private static final int SHOWN_ONE_OF = 3;

    private final Bench bench;
    private final Bug bug;
    private final Mishaps mishaps;
    private final Decoder decoder;
    private final Connection connection;
    private final KafkaConsumer<String, byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();
    private final Map<TopicPartition, Long> epochs = new HashMap<>();
    private final Map<TopicPartition, Long> expected = new HashMap<>();
    private int batches;

    private FaultySink(Bench bench, Bug bug, Mishaps mishaps) throws SQLException {
        this.bench = bench;
        this.bug = bug;
        this.mishaps = mishaps;
        decoder = new Decoder(bench.registry());
        connection = bench.connect();
        connection.setAutoCommit(false);
        consumer = consumer();
        for (String topic : List.of(Topics.ENRICHED.name(), Topics.ENRICH_DEAD_LETTERS.name())) {
            consumer.partitionsFor(topic)
                    .forEach(info -> partitions.add(new TopicPartition(topic, info.partition())));
        }
    }

    /** Runs until everything is read, and again after each kill. */
    static void runToEnd(Bench bench, Bug bug, Mishaps mishaps) {
        boolean ended = false;
        while (!ended) {
            try (var sink = new FaultySink(bench, bug, mishaps)) {
                sink.claim();
                sink.storeAll();
                ended = true;
            } catch (KilledException e) {
                ended = false; // another one is started
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    private void claim() throws SQLException {
        consumer.assign(partitions);
        for (TopicPartition partition : partitions) {
            long next = claim(partition);
            expected.put(partition, next);
            if (bug != Bug.NO_SEEK) {
                consumer.seek(partition, next);
            } else if (consumer.committed(Set.of(partition)).get(partition) == null) {
                consumer.seek(partition, bench.start(partition));
            }
        }
        connection.commit();
    }

    private long claim(TopicPartition partition) throws SQLException {
        String sql =
                """
                INSERT INTO %s.sink_partition AS p VALUES (?, ?, ?, 1)
                ON CONFLICT (topic, part) DO UPDATE SET epoch = p.epoch + 1
                RETURNING next_offset, epoch
                """
                        .formatted(bench.schema());
        try (PreparedStatement claim = connection.prepareStatement(sql)) {
            claim.setString(1, partition.topic());
            claim.setInt(2, partition.partition());
            claim.setLong(3, bench.start(partition));
            try (ResultSet row = claim.executeQuery()) {
                row.next();
                epochs.put(partition, row.getLong(2));
                return row.getLong(1);
            }
        }
    }

    private void storeAll() throws SQLException {
        while (!isAtEnd()) {
            List<ConsumerRecord<String, byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(batch::add);
            Map<TopicPartition, Long> next = new HashMap<>();
            partitions.forEach(partition -> next.put(partition, consumer.position(partition)));
            mishaps.mayFreeze(() -> runToEnd(bench, bug, Mishaps.none()));
            store(batch, next);
            mishaps.mayKill();
            show(next);
        }
    }

    private boolean isAtEnd() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void store(List<ConsumerRecord<String, byte[]>> batch, Map<TopicPartition, Long> next)
            throws SQLException {
        for (TopicPartition partition : partitions) {
            advance(partition, next.getOrDefault(partition, 0L));
        }
        if (bug == Bug.OFFSETS_BEFORE_ROWS) {
            connection.commit();
            mishaps.mayKill();
        }
        for (ConsumerRecord<String, byte[]> record : batch) {
            insert(record);
        }
        mishaps.mayKill();
        connection.commit();
        expected.putAll(next);
    }

    /** The fence: who was replaced hits no row, and ends. */
    private void advance(TopicPartition partition, long next) throws SQLException {
        String fence =
                switch (bug) {
                    case NO_FENCE -> "";
                    case NO_SEEK -> " AND epoch = " + epochs.get(partition);
                    case NONE,
                            READS_UNCOMMITTED,
                            AT_LEAST_ONCE,
                            OFFSETS_BEFORE_ROWS,
                            SECOND_PRODUCER,
                            HANDLER_ONLY ->
                            " AND epoch = %d AND next_offset = %d"
                                    .formatted(epochs.get(partition), expected.get(partition));
                };
        int moved =
                execute(
                        "UPDATE %s.sink_partition SET next_offset = ? WHERE topic = ? AND part = ?"
                                + fence,
                        next,
                        partition.topic(),
                        partition.partition());
        if (moved != 1) {
            throw new KilledException();
        }
    }

    private void insert(ConsumerRecord<String, byte[]> record) throws SQLException {
        if (record.topic().equals(Topics.ENRICHED.name())) {
            Found.Version version = decoder.version(Topics.ENRICHED, record);
            insert(version);
        } else if (decoder.letter(Topics.ENRICH_DEAD_LETTERS, record)
                instanceof Found.Letter letter) {
            execute(
                    "INSERT INTO %s.dead_letter VALUES (?, ?) ON CONFLICT DO NOTHING",
                    letter.letterId(), letter.code());
        }
    }

    private void insert(Found.Version version) throws SQLException {
        String id = version.articleId();
        String[] text = version.text().split("\n", 2);
        execute(
                "DELETE FROM %s.article WHERE article_id = ? AND version < ?",
                id, version.version());
        execute(
                "INSERT INTO %s.article VALUES (?, ?, 'COMPLETE', ?, json_build_object('articleBody', ?::text))",
                id, version.version(), text[0], text[1]);
        execute(
                "INSERT INTO %s.article_write (article_id, version) VALUES (?, ?)",
                id, version.version());
    }

    private int execute(String sql, Object... values) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement(sql.formatted(bench.schema()))) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            return statement.executeUpdate();
        }
    }

    private void show(Map<TopicPartition, Long> next) {
        if (++batches % SHOWN_ONE_OF == 0) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            next.forEach(
                    (partition, offset) -> offsets.put(partition, new OffsetAndMetadata(offset)));
            consumer.commitSync(offsets);
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Map<String, Object> settings =
                bench.access().consumerProperties("sink-" + bench.schema(), "seeded-bug");
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                bug == Bug.READS_UNCOMMITTED ? "read_uncommitted" : "read_committed");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() throws SQLException {
        try (consumer;
                connection) {
            connection.rollback(); // as the server does for a client that is dead
        }
    }
}
