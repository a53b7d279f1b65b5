package io.broadsheet.sink;

import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.Setting.IntBounds;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.sink.postgres.PostgresAddress;
import io.broadsheet.sink.postgres.PostgresAddress.Role;
import io.broadsheet.sink.postgres.PostgresOptions;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.sink.postgres.PostgresSchema;
import io.broadsheet.sink.postgres.PostgresStore;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.sqlite.SqliteStore;
import io.broadsheet.sink.store.ArticleStore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which store a sink fills, and readers read. */
public sealed interface StoreConfig {

    /** All settings of stores, for the reader of settings and for {@code docs/settings.md}. */
    List<Setting<?>> SETTINGS =
            List.of(
                    Declared.URL,
                    Declared.USER,
                    Declared.PASSWORD,
                    Declared.OWNER_USER,
                    Declared.OWNER_PASSWORD,
                    Declared.SCHEMA,
                    Declared.SEARCH,
                    Declared.REVISIONS,
                    Declared.CONNECTIONS);

    /**
     * From values that were read.
     *
     * @throws IllegalArgumentException if they do not go together; the message names the setting,
     *     and no secret
     */
    static StoreConfig of(SettingValues values) {
        String url = values.get(Declared.URL);
        if (!url.startsWith("jdbc:")) {
            return new SqliteFile(Path.of(url));
        }
        Role writer = new Role(values.get(Declared.USER), values.get(Declared.PASSWORD));
        Role owner = new Role(values.get(Declared.OWNER_USER), values.get(Declared.OWNER_PASSWORD));
        return new PostgresServer(
                new PostgresAddress(
                        url,
                        values.get(Declared.SCHEMA),
                        writer,
                        owner.user().isEmpty() ? Optional.empty() : Optional.of(owner)),
                new PostgresOptions(values.get(Declared.SEARCH), values.get(Declared.REVISIONS)),
                values.get(Declared.CONNECTIONS));
    }

    /**
     * The store to be filled, once for each worker that may fill it at the same time; connected to
     * at its first use, and closed by the caller.
     *
     * @param owner name of the writer, kept beside what it claims
     * @param clock for the time of each change of an offset
     */
    List<ArticleStore> open(String owner, InstantSource clock);

    /** The store to be read. */
    Opening read();

    /**
     * Makes the tables, or brings them up to date, where an owner is named for that: a sink then
     * needs no owner's password.
     *
     * @return the store's name; empty if there is nobody but the sink to do it
     * @throws SQLException if the database cannot be used, or the owner may not
     */
    Optional<String> prepare() throws SQLException;

    /**
     * A SQLite file, which knows one writer at a time.
     *
     * @param file the database; made, with its directory, if missing
     */
    record SqliteFile(Path file) implements StoreConfig {

        @Override
        public List<ArticleStore> open(String owner, InstantSource clock) {
            return List.of(SqliteStore.at(file, owner, clock));
        }

        @Override
        public Opening read() {
            return StoreReader.open(file);
        }

        @Override
        public Optional<String> prepare() {
            return Optional.empty();
        }
    }

    /**
     * A schema in a PostgreSQL database.
     *
     * @param address where, and as whom
     * @param options what is kept
     * @param connections how many store at the same time
     */
    record PostgresServer(PostgresAddress address, PostgresOptions options, int connections)
            implements StoreConfig {

        /** Divides the partitions evenly, three and twelve alike. */
        public static final int CONNECTIONS_DEFAULT = 3;

        @Override
        public List<ArticleStore> open(String owner, InstantSource clock) {
            return Stream.generate(() -> PostgresStore.at(address, options, owner, clock))
                    .limit(connections)
                    .toList();
        }

        @Override
        public Opening read() {
            return StoreReader.open(address);
        }

        @Override
        public Optional<String> prepare() throws SQLException {
            if (address.owner().isEmpty()) {
                return Optional.empty();
            }
            new PostgresSchema(address).bringUpToDate();
            return Optional.of(address.name());
        }
    }

    /** The settings one by one. */
    final class Declared {

        private static final Setting<String> URL =
                Setting.text(
                        "store.url",
                        "the store: jdbc:postgresql://host:port/database, or a SQLite file",
                        "broadsheet-data/articles.db");
        private static final Setting<String> USER =
                Setting.text(
                        "store.user", "role of PostgreSQL that the sink works as", "broadsheet");
        private static final Setting<Secret> PASSWORD =
                Setting.secret("store.password", "password of store.user");
        private static final Setting<String> OWNER_USER =
                Setting.text(
                        "store.owner.user",
                        "role that makes and changes the tables; if not set, store.user does",
                        "");
        private static final Setting<Secret> OWNER_PASSWORD =
                Setting.secret("store.owner.password", "password of store.owner.user");
        private static final Setting<String> SCHEMA =
                Setting.text("store.schema", "schema of the tables in PostgreSQL", "broadsheet");
        private static final Setting<SearchDepth> SEARCH =
                Setting.choice(
                        "store.search",
                        "how much of an article can be searched for in PostgreSQL",
                        PostgresOptions.defaults().search());
        private static final Setting<Boolean> REVISIONS =
                Setting.flag(
                        "store.revisions",
                        "whether PostgreSQL keeps each version that passes, not the newest alone",
                        PostgresOptions.defaults().revisions());
        private static final Setting<Integer> CONNECTIONS =
                Setting.integer(
                        "store.connections",
                        "connections to PostgreSQL that store at the same time, each the articles"
                                + " of partitions of its own",
                        PostgresServer.CONNECTIONS_DEFAULT,
                        new IntBounds(1, 64));

        private Declared() {}
    }
}
