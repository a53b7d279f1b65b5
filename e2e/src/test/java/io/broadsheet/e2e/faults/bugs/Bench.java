package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Checker;
import io.broadsheet.e2e.faults.check.Evidence;
import io.broadsheet.e2e.faults.check.Verdict;
import io.broadsheet.e2e.faults.machine.Postgres;
import io.broadsheet.e2e.faults.reading.Decoder;
import io.broadsheet.e2e.faults.reading.LogReading;
import io.broadsheet.e2e.faults.reading.StoreReading;
import io.broadsheet.e2e.faults.reading.Tail;
import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.embedded.machine.LoopbackPort;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.common.TopicPartition;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;

/** Broker, registry and database for one bug after another; each begins at the end of the last. */
final class Bench implements AutoCloseable {

    private final EmbeddedPlatform platform;
    private final Postgres postgres;
    private final SchemaRegistry registry;
    private Map<TopicPartition, Long> starts = Map.of();
    private int cases;

    Bench(Path directory) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        registry = SchemaRegistry.open(Map.of("schema.registry.url", platform.registryUrl()));
        postgres =
                Postgres.start(directory.resolve("postgres"), LoopbackPort.claim(0, "seeded bugs"));
    }

    /** Begins a case: empty tables, and topics that are as good as empty. */
    void begin() throws SQLException {
        cases++;
        try (Connection connection = postgres.connect();
                Statement statement = connection.createStatement()) {
            statement.execute(tables(schema()));
        }
        List<String> all = Topics.ALL.stream().map(Topic::name).toList();
        try (var tail = new Tail(servers(), all)) {
            starts = tail.decided();
        }
    }

    /** What the checker says about the case. */
    Verdict verdict(List<Accepted> offers) throws SQLException {
        Evidence.Log log = LogReading.read(servers(), new Decoder(registry), starts);
        try (Connection connection = connect()) {
            Evidence.Store store = StoreReading.read(connection, schema());
            return Checker.check(offers, new Evidence(log, store, Evidence.Course.SMOOTH));
        }
    }

    String servers() {
        return platform.bootstrapServers();
    }

    String registryUrl() {
        return platform.registryUrl();
    }

    SchemaRegistry registry() {
        return registry;
    }

    /** Clients as the services have them. */
    KafkaAccess access() {
        return new KafkaAccess(servers(), registry, Map.of());
    }

    /** A name of this case's own. */
    String schema() {
        return "case" + cases;
    }

    Connection connect() throws SQLException {
        return postgres.connect();
    }

    /** Where a partition begins, for this case. */
    long start(TopicPartition partition) {
        return starts.getOrDefault(partition, 0L);
    }

    /** The same for all partitions. */
    Map<TopicPartition, Long> starts() {
        return starts;
    }

    private static String tables(String schema) {
        return """
        CREATE SCHEMA %1$s;
        CREATE TABLE %1$s.article (article_id text, version integer, state text, headline text, record json);
        CREATE TABLE %1$s.article_write (
          number bigserial, at timestamptz DEFAULT now(), article_id text, version integer);
        CREATE TABLE %1$s.dead_letter (dead_letter_id text PRIMARY KEY, code text);
        CREATE TABLE %1$s.sink_partition (
          topic text, part integer, next_offset bigint, epoch bigint, PRIMARY KEY (topic, part));
        """
                .formatted(schema);
    }

    @Override
    public void close() {
        try (platform) {
            postgres.close();
        }
    }
}
