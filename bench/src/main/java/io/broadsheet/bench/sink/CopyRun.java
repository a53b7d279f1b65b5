package io.broadsheet.bench.sink;

import io.broadsheet.sink.postgres.PostgresAddress;
import io.broadsheet.sink.postgres.PostgresConnections;
import io.broadsheet.sink.postgres.PostgresOptions;
import io.broadsheet.sink.postgres.PostgresStore;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Batch;
import io.broadsheet.sink.store.Batch.Span;
import io.broadsheet.sink.store.ClaimResult.Claimed;
import io.broadsheet.sink.store.LogStart;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * The floor: the same rows into the same tables by COPY in its binary form, from memory, with
 * nothing to decode and no conflict to look for.
 *
 * @param address an empty schema
 * @param options what is kept
 */
record CopyRun(PostgresAddress address, PostgresOptions options) {

    private static final int ARTICLES_A_COMMIT = 500;

    /** One transaction's worth of each table. */
    @SuppressWarnings("ArrayRecordComponent") // written once, read once
    private record Chunk(byte[] articles, byte[] images) {}

    /** Stores the rows by the sink's own store first, to have them as the tables hold them. */
    double rowsPerSecond(List<EnrichedArticle> articles) throws SQLException {
        try (Connection connection = store(articles)) {
            List<Chunk> chunks = chunks(connection, articles.size());
            empty(connection);
            long start = System.nanoTime();
            for (Chunk chunk : chunks) {
                copyIn(connection, "article", chunk.articles());
                copyIn(connection, "image", chunk.images());
                connection.commit();
            }
            return articles.size() / ((System.nanoTime() - start) / 1e9);
        }
    }

    private Connection store(List<EnrichedArticle> articles) throws SQLException {
        try (ArticleStore store =
                PostgresStore.at(address, options, "bench", InstantSource.system())) {
            var log = new LogStart(new TopicPartition("bench", 0), Uuid.ONE_UUID, 0);
            var claim = ((Claimed) store.claim(List.of(log))).claims().getFirst();
            for (int i = 0; i < articles.size(); i += ARTICLES_A_COMMIT) {
                int to = Math.min(articles.size(), i + ARTICLES_A_COMMIT);
                List<Row> rows = new ArrayList<>();
                articles.subList(i, to).forEach(article -> rows.add(new Row.Article(article)));
                var batch = new Batch(List.of(new Span(claim.at(i), to)), rows);
                if (!(store.save(batch) instanceof Stored)) {
                    throw new IllegalStateException("the load could not be stored");
                }
            }
        }
        return PostgresConnections.open(address, address.writer());
    }

    private static List<Chunk> chunks(Connection connection, int count) throws SQLException {
        List<Chunk> chunks = new ArrayList<>();
        for (int i = 0; i < count; i += ARTICLES_A_COMMIT) {
            String range =
                    " WHERE raw_offset >= " + i + " AND raw_offset < " + (i + ARTICLES_A_COMMIT);
            chunks.add(
                    new Chunk(
                            copyOut(connection, "SELECT * FROM article" + range),
                            copyOut(
                                    connection,
                                    "SELECT image.* FROM image JOIN article USING (article_id)"
                                            + range)));
        }
        return chunks;
    }

    private static void empty(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("TRUNCATE article, image");
        }
        connection.commit();
    }

    private static byte[] copyOut(Connection connection, String query) throws SQLException {
        var out = new ByteArrayOutputStream();
        try {
            manager(connection).copyOut("COPY (" + query + ") TO STDOUT (FORMAT binary)", out);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toByteArray();
    }

    private static void copyIn(Connection connection, String table, byte[] rows)
            throws SQLException {
        try {
            manager(connection)
                    .copyIn(
                            "COPY " + table + " FROM STDIN (FORMAT binary)",
                            new ByteArrayInputStream(rows));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private static CopyManager manager(Connection connection) throws SQLException {
        return new CopyManager(connection.unwrap(BaseConnection.class));
    }
}
