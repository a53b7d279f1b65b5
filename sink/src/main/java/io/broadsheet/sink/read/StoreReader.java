package io.broadsheet.sink.read;

import io.broadsheet.sink.postgres.PostgresAddress;
import io.broadsheet.sink.postgres.PostgresConnections;

import org.apache.kafka.common.TopicPartition;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A store opened for reading. Used by one thread; each answer is of one moment. A database that
 * fails while it is read throws a {@link StoreUnreadableException}.
 */
public final class StoreReader implements AutoCloseable {

    private static final String OUTCOMES_SINCE =
            "SELECT outcome, COUNT(DISTINCT image_id) FROM image JOIN article USING (article_id)"
                    + " WHERE raw_partition = ? AND raw_offset >= ? GROUP BY outcome";
    private static final String SINK_LETTERS =
            "SELECT COUNT(*) FROM dead_letter WHERE stage LIKE 'SINK%'";

    private static final int BUSY_MILLIS_MAX = 5_000;

    private static final String STATES =
            "SELECT state, count(*) FROM article GROUP BY state ORDER BY state";

    /** An image of several articles counts once, as it was found last. */
    private static final String OUTCOMES =
            """
            SELECT outcome, count(*) FROM (
              SELECT outcome, row_number() OVER (
                PARTITION BY image_id ORDER BY checked_at DESC NULLS LAST) AS place
              FROM image) AS found
            WHERE place = 1 GROUP BY outcome ORDER BY outcome
            """;

    private static final String CODES =
            "SELECT code, count(*) FROM dead_letter GROUP BY code ORDER BY code";

    private final Query query;

    private StoreReader(Connection connection) {
        query = new Query(connection);
    }

    /** Opens a database file; makes none. */
    public static Opening open(Path file) {
        if (!Files.exists(file)) {
            return new Opening.Absent(file.toString());
        }
        SQLiteConfig config = new SQLiteConfig();
        config.setReadOnly(true);
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        SQLiteDataSource source = new SQLiteDataSource(config);
        source.setUrl("jdbc:sqlite:" + file);
        return open(file.toString(), source::getConnection);
    }

    /** Opens a schema of a server; makes none. */
    public static Opening open(PostgresAddress address) {
        return open(
                address.name(),
                () -> {
                    Connection connection = PostgresConnections.open(address, address.writer());
                    connection.setReadOnly(true);
                    return connection;
                });
    }

    /** How to connect. */
    private interface Connecting {
        Connection connect() throws SQLException;
    }

    private static Opening open(String store, Connecting connecting) {
        StoreReader reader;
        try {
            reader = new StoreReader(connecting.connect());
        } catch (SQLException e) {
            return new Opening.Unreadable(store, String.valueOf(e.getMessage()));
        }
        try {
            reader.nextOffsets();
            return new Opening.Opened(reader);
        } catch (StoreUnreadableException e) {
            reader.close();
            return e.isForWantOfTables()
                    ? new Opening.Absent(store)
                    : new Opening.Unreadable(store, String.valueOf(e.getMessage()));
        }
    }

    /** The articles. */
    public StoredArticles articles() {
        return new StoredArticles(query);
    }

    /** The dead letters. */
    public StoredDeadLetters deadLetters() {
        return new StoredDeadLetters(query);
    }

    /**
     * How many articles are in which state, such as {@code PARTIAL}; states with none are absent.
     */
    public Map<String, Long> articlesByState() {
        return query.counts(STATES);
    }

    /** How many different images of the stored articles have which outcome. */
    public Map<String, Long> imagesByOutcome() {
        return query.counts(OUTCOMES);
    }

    /**
     * The same, of those articles only whose raw record lies at or behind these offsets.
     *
     * @param rawStart the first offset that counts, by partition of the raw topic
     */
    public Map<String, Long> imagesByOutcomeSince(Map<Integer, Long> rawStart) {
        Map<String, Long> counts = new HashMap<>();
        rawStart.forEach((partition, offset) ->
                query.each(
                        OUTCOMES_SINCE,
                        row -> counts.merge(row.getString(1), row.getLong(2), Long::sum),
                        partition,
                        offset));
        return counts;
    }

    /** How many dead letters the sink itself has written. */
    public long deadLettersOfSink() {
        List<Long> count = new ArrayList<>();
        query.each(SINK_LETTERS, row -> count.add(row.getLong(1)));
        return count.getFirst();
    }

    /** How many dead letters there are of each code. */
    public Map<String, Long> deadLettersByCode() {
        return query.counts(CODES);
    }

    /** For each partition ever claimed: everything below this offset is stored. */
    public Map<TopicPartition, Long> nextOffsets() {
        Map<TopicPartition, Long> offsets = new HashMap<>();
        query.each(
                "SELECT topic, part, next_offset FROM sink_partition",
                row ->
                        offsets.put(
                                new TopicPartition(row.getString(1), row.getInt(2)),
                                row.getLong(3)));
        return offsets;
    }

    @Override
    public void close() {
        query.close();
    }
}
