package io.broadsheet.sink.sqlite;

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

/**
 * One connection with its kept statements. After an error that may be transient it is thrown away
 * and a new one opened, so that what is on disk is all that is believed.
 *
 * <p>A transaction takes the write lock with its first statement, which is always a write: the same
 * as BEGIN IMMEDIATE. The driver's own immediate mode begins the next transaction inside commit,
 * and would hold the lock for ever.
 */
final class SqliteSession implements AutoCloseable {

    private static final int BUSY_MILLIS_MAX = 5_000;

    /** Fits an article of 7 KB on one or two pages: measured 1.2 times the rate of 4 KiB. */
    private static final int PAGE_BYTES = 8 * 1024;

    /** 32 MiB between checkpoints: measured 1.5 times the rate of the default 4 MB. */
    private static final String CHECKPOINT_PAGES = "4000";

    private static final int CACHE_KIBIBYTES = 64 * 1024;

    private final Connection connection;
    final ArticleTable articles;
    final LetterTable letters;
    final PartitionTable partitions;

    private SqliteSession(Connection connection, String sink, String owner) throws SQLException {
        this.connection = connection;
        articles = new ArticleTable(connection);
        letters = new LetterTable(connection);
        partitions = new PartitionTable(connection, sink, owner);
    }

    /** Opens the file, makes it if missing, and brings its tables up to date. */
    static SqliteSession open(Path file, String sink, String owner) throws SQLException {
        SQLiteDataSource source = new SQLiteDataSource(config());
        source.setUrl("jdbc:sqlite:" + file);
        migrate(file, source);
        Connection connection = source.getConnection();
        try {
            connection.setAutoCommit(false);
            return new SqliteSession(connection, sink, owner);
        } catch (SQLException e) {
            connection.close();
            throw e;
        }
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }

    private static SQLiteConfig config() {
        SQLiteConfig config = new SQLiteConfig();
        config.setPageSize(PAGE_BYTES);
        config.setJournalMode(JournalMode.WAL);
        config.setSynchronous(SynchronousMode.FULL);
        config.setBusyTimeout(BUSY_MILLIS_MAX);
        config.setTransactionMode(TransactionMode.DEFERRED);
        config.setCacheSize(-CACHE_KIBIBYTES);
        config.setPragma(SQLiteConfig.Pragma.WAL_AUTOCHECKPOINT, CHECKPOINT_PAGES);
        return config;
    }

    private static void migrate(Path file, SQLiteDataSource source) throws SQLException {
        try {
            Path directory = file.toAbsolutePath().getParent();
            if (directory != null) {
                Files.createDirectories(directory);
            }
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
