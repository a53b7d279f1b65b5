package io.broadsheet.sink.postgres;

import io.broadsheet.sink.sql.SqlStore;
import io.broadsheet.sink.store.ArticleStore;

import java.time.InstantSource;

/** The store for many machines and many readers: articles in PostgreSQL. */
public final class PostgresStore {

    private PostgresStore() {}

    /**
     * A store in a schema of a database, connected to at its first use.
     *
     * @param address where
     * @param options what is kept
     * @param owner name of the writer, kept beside what it claims
     * @param clock for the time of each change of an offset
     */
    public static ArticleStore at(
            PostgresAddress address, PostgresOptions options, String owner, InstantSource clock) {
        return new SqlStore(new PostgresDatabase(address, options), owner, clock);
    }
}
