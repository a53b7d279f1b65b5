package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.LetterTable;
import io.broadsheet.sink.sql.PartitionTable;
import io.broadsheet.sink.sql.PartitionTable.Writer;
import io.broadsheet.sink.sql.RowsWritten;
import io.broadsheet.sink.sql.SqlError;
import io.broadsheet.sink.sql.SqlSession;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreKind;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Refusal;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConfig.JournalMode;
import org.sqlite.SQLiteConfig.SynchronousMode;
import org.sqlite.SQLiteConfig.TransactionMode;
import org.sqlite.SQLiteDataSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * A connection to a file. A transaction takes the write lock with its first statement, which is
 * always a write: the same as BEGIN IMMEDIATE. The driver's own immediate mode begins the next
 * transaction inside commit, and would hold the lock for ever.
 */
final class SqliteSession implements SqlSession {

    private static final int BUSY_MILLIS_MAX = 5_000;

    /** Fits an article of 14 KB on one page: measured 1.25 times the rate of 4 KiB. */
    private static final int PAGE_BYTES = 16 * 1024;

    /** 64 MiB between checkpoints; a quarter of that in files with pages of 4 KiB. */
    private static final String CHECKPOINT_PAGES = "4000";

    private static final int CACHE_KIBIBYTES = 64 * 1024;

    private final Connection connection;
    private final Dialect dialect;
    private final ArticleTable articles;
    private final LetterTable letters;
    private final PartitionTable partitions;

    private SqliteSession(Connection connection, Dialect dialect, Writer writer)
            throws SQLException {
        this.connection = connection;
        this.dialect = dialect;
        articles = new ArticleTable(connection, dialect);
        letters = new LetterTable(connection, dialect);
        partitions = new PartitionTable(connection, dialect, writer);
    }

    /** Opens the file, makes it if missing, and brings its tables up to date. */
    static SqliteSession open(Path file, Dialect dialect, String owner) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file);
        migrate(file, source);
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            return new SqliteSession(
                    connection, dialect, new Writer(StoreKind.SQLITE.word(), owner));
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    @Override
    public PartitionTable partitions() {
        return partitions;
    }

    @Override
    public LetterTable letters() {
        return letters;
    }

    /** SQLite undoes only the statement, so the rows after it still show whether they fit. */
    @Override
    public RowsWritten write(List<Row> rows) throws SQLException {
        Counts counts = Counts.ZERO;
        List<Refusal> refusals = new ArrayList<>();
        for (int index = 0; index < rows.size(); index++) {
            try {
                counts = counts.plus(write(rows.get(index)));
            } catch (SQLException e) {
                if (dialect.classOf(e) != SqlError.DATA) {
                    throw e;
                }
                refusals.add(new Refusal(index, String.valueOf(e.getMessage())));
            }
        }
        return new RowsWritten(counts, refusals);
    }

    private Counts write(Row row) throws SQLException {
        return switch (row) {
            case Row.Article(var article) -> articles.put(article);
            case Row.Tombstone(var articleId) -> articles.remove(articleId);
            case Row.Letter(var letter) -> letters.put(letter);
            case Row.OwnLetter(var letter) -> letters.putToRelay(letter);
            case Row.Nothing() -> Counts.ZERO;
        };
    }

    @Override
    public void commit() throws SQLException {
        connection.commit();
    }

    @Override
    public void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        config.setTransactionMode(TransactionMode.DEFERRED);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
        return config;
    }

    /**
     * Gives a new file its size of pages; one that exists keeps its own. The driver itself would
     * set it behind the journal, and then it is too late.
     */
    private static void shape(Path file) throws SQLException {
        SQLiteConfig config = new SQLiteConfig();
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        try (Connection connection = config.createConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA page_size = " + PAGE_BYTES);
            statement.execute("PRAGMA journal_mode = WAL");
        }
    }

    private static void migrate(Path file, SQLiteDataSource source) throws SQLException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
            shape(file);
            Flyway.configure()
                    .dataSource(source)
                    .locations("classpath:io/broadsheet/sink/sqlite")
                    .load()
                    .migrate();
        } catch (IOException e) {
            throw new SQLException("cannot make the directory of " + file, "", 14, e);
        } catch (FlywayException e) {
            throw e.getCause() instanceof SQLException cause
                    ? cause
                    : new SQLException(e.getMessage(), e);
        }
    }
}
