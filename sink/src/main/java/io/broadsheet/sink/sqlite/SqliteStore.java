package io.broadsheet.sink.sqlite;

import io.broadsheet.sink.sql.Database;
import io.broadsheet.sink.sql.Dialect;
import io.broadsheet.sink.sql.SqlSession;
import io.broadsheet.sink.sql.SqlStore;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.StoreKind;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;

/** The store of the embedded default: articles in one SQLite file. */
public final class SqliteStore {

    private SqliteStore() {}

    /**
     * A store in a file, opened at its first use.
     *
     * @param file the database; made, with its directory, if missing
     * @param owner name of the writer, kept beside what it claims
     * @param clock for the time of each change of an offset
     */
    public static ArticleStore at(Path file, String owner, InstantSource clock) {
        return new SqlStore(new SqliteFile(file, new SqliteDialect()), owner, clock);
    }

    private record SqliteFile(Path file, Dialect dialect) implements Database {

        @Override
        public StoreKind kind() {
            return StoreKind.SQLITE;
        }

        @Override
        public String name() {
            return file.toString();
        }

        @Override
        public SqlSession open(String owner) throws SQLException {
            return SqliteSession.open(file, dialect, owner);
        }
    }
}
