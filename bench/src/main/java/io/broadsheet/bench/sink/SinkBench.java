package io.broadsheet.bench.sink;

import io.broadsheet.bench.sink.Measured.Kind;
import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.sink.StoreConfig.PostgresServer;
import io.broadsheet.sink.postgres.PostgresAddress;
import io.broadsheet.sink.postgres.PostgresAddress.Role;
import io.broadsheet.sink.postgres.PostgresOptions;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.v1.EnrichedArticle;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Consume, decode, upsert and commit, against a plain COPY of the same rows into the same tables,
 * in turns, in one run. Broker, registry and database are real and on this machine; both sides
 * commit every 500 articles and sync to disk.
 *
 * <p>Arguments: how many articles (default 20,000), how many rounds (default 3), and the URL of a
 * PostgreSQL where the role {@code postgres} needs no password (default: one is started, whose
 * binaries have no lz4).
 */
public final class SinkBench {

    /** Rounds that do not count: both sides, and the server's cache, become warm. */
    private static final int WARM_UP = 2;

    private SinkBench() {}

    /**
     * Measures, and prints one line for each depth of search.
     *
     * @param arguments see above
     */
    public static void main(String[] arguments) throws Exception {
        int count = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 3;
        List<EnrichedArticle> articles = new ArticleLoad(1).articles(count);
        Path data = Files.createTempDirectory("broadsheet-sink-bench");
        if (arguments.length > 2) {
            measure(arguments[2], data, articles, rounds);
            return;
        }
        try (EmbeddedPostgres server = startServer(data.resolve("postgres"))) {
            String url = "jdbc:postgresql://localhost:" + server.getPort() + "/postgres";
            measure(url, data, articles, rounds);
        }
    }

    private static EmbeddedPostgres startServer(Path data) throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setServerConfig("fsync", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("shared_buffers", "512MB")
                .setServerConfig("max_wal_size", "4GB")
                .start();
    }

    private static void measure(String url, Path data, List<EnrichedArticle> articles, int rounds)
            throws SQLException {
        try (EmbeddedPlatform platform =
                EmbeddedPlatform.start(PlatformOptions.anyPorts(data.resolve("kafka")))) {
            var registry =
                    SchemaRegistry.open(Map.of("schema.registry.url", platform.registryUrl()));
            var kafka = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
            SinkRun.publish(kafka, articles);
            for (SearchDepth depth : SearchDepth.values()) {
                compare(url, kafka, articles, depth, rounds);
            }
        }
    }

    /** What a run before this one may have left. */
    private static void drop(String url, String... schemas) throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, "postgres", "");
                Statement statement = connection.createStatement()) {
            for (String schema : schemas) {
                statement.execute("DROP SCHEMA IF EXISTS " + schema + " CASCADE");
            }
        }
    }

    private static void compare(
            String url,
            KafkaAccess kafka,
            List<EnrichedArticle> articles,
            SearchDepth depth,
            int rounds)
            throws SQLException {
        PostgresOptions options = new PostgresOptions(depth, false);
        Measured measured = new Measured(depth);
        Role role = new Role("postgres", Secret.NONE);
        int connections = PostgresServer.CONNECTIONS_DEFAULT;
        for (int round = 1 - WARM_UP; round <= rounds; round++) {
            String schema =
                    "bench_%s_%d".formatted(depth.name().toLowerCase(Locale.ROOT), round + WARM_UP);
            drop(url, schema + "_copy", schema + "_sink");
            var copied = new PostgresAddress(url, schema + "_copy", role, Optional.empty());
            var sunk = new PostgresAddress(url, schema + "_sink", role, Optional.empty());
            double copy = new CopyRun(copied, options).rowsPerSecond(articles);
            var into = new PostgresServer(sunk, options, connections);
            double sink = new SinkRun(kafka, into).rowsPerSecond(articles.size());
            if (round > 0) {
                measured.add(Kind.COPY, copy);
                measured.add(Kind.SINK, sink);
            }
        }
        System.out.println(measured.line());
    }
}
