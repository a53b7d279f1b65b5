package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.sink.Samples;
import io.broadsheet.sink.StoreConfig.PostgresServer;
import io.broadsheet.sink.postgres.PostgresAddress.Role;
import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreBrokenException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The tables belong to one role, the sink works as another, and that one may do its work alone. */
@ExtendWith(WithPostgres.class)
class PostgresRightsIT {

    private static final String INSUFFICIENT_PRIVILEGE = "42501";

    private final PostgresAddress address;
    private final PostgresAddress withoutOwner;

    PostgresRightsIT(TestServer server) {
        PostgresAddress fresh = server.freshSchema();
        Role owner = new Role(fresh.schema() + "_owner", Secret.NONE);
        Role writer = new Role(fresh.schema() + "_writer", Secret.NONE);
        Desk desk = server.desk(fresh);
        desk.execute("CREATE ROLE " + owner.user() + " LOGIN");
        desk.execute("CREATE ROLE " + writer.user() + " LOGIN");
        desk.execute("GRANT CREATE ON DATABASE postgres TO " + owner.user());
        address = new PostgresAddress(fresh.url(), fresh.schema(), writer, Optional.of(owner));
        withoutOwner = new PostgresAddress(fresh.url(), fresh.schema(), writer, Optional.empty());
    }

    @Test
    void theWriterDoesAllThatASinkDoes() {
        work(address);
    }

    @Test
    void onceTheTablesAreThereNoOwnerIsNeeded() {
        work(address);

        work(withoutOwner);
    }

    @Test
    void whoPreparesTheStoreLeavesNothingToTheOwnerForTheSinkToDo() throws SQLException {
        var options = PostgresOptions.defaults();

        assertThat(new PostgresServer(address, options, 1).prepare()).contains(address.name());
        assertThat(new PostgresServer(address, options, 1).prepare()).contains(address.name());

        work(withoutOwner);
    }

    @Test
    void workersThatOpenTheStoreAtTheSameMomentGrantOneAfterTheOther() throws Exception {
        new PostgresSchema(address).bringUpToDate();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            Callable<Boolean> opening =
                    () -> {
                        new PostgresSchema(address).bringUpToDate();
                        return true;
                    };
            for (Future<Boolean> opened : workers.invokeAll(Collections.nCopies(16, opening))) {
                assertThat(opened.get()).isTrue();
            }
        }
    }

    @Test
    void nothingIsPreparedWhereNoOwnerIsNamed() throws SQLException {
        assertThat(new PostgresServer(withoutOwner, PostgresOptions.defaults(), 1).prepare())
                .isEmpty();
    }

    @Test
    void withoutTablesAndWithoutAnOwnerTheSinkSaysWhatToDo() {
        try (ArticleStore store = open(withoutOwner)) {
            assertThatThrownBy(() -> store.claim(StoreClient.logFrom(0)))
                    .isInstanceOf(StoreBrokenException.class)
                    .hasMessageContaining("store.owner.user")
                    .hasMessageContaining(address.writer().user());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE x (a int)",
                "CREATE SCHEMA x",
                "CREATE FUNCTION x() RETURNS int LANGUAGE sql AS 'SELECT 1'",
                "ALTER TABLE article ADD COLUMN x int",
                "ALTER TABLE article DISABLE TRIGGER ALL",
                "CREATE INDEX ON article (headline)",
                "DROP TABLE article",
                "DROP VIEW articles",
                "TRUNCATE article",
                "TRUNCATE sink_partition",
                "DELETE FROM sink_partition",
                "DELETE FROM dead_letter",
                "ALTER TABLE article OWNER TO CURRENT_USER",
                "INSERT INTO flyway_schema_history SELECT * FROM flyway_schema_history",
                "DELETE FROM flyway_schema_history",
                "CREATE ROLE x",
                "CREATE EXTENSION pg_trgm",
                "COPY article TO PROGRAM 'cat'",
                "SELECT pg_read_file('/etc/hostname')",
                "ALTER SYSTEM SET fsync = off"
            })
    void theWriterMayDoNothingElse(String statement) throws SQLException {
        work(address);
        try (Connection connection = PostgresConnections.open(address, address.writer());
                Statement forbidden = connection.createStatement()) {
            connection.setAutoCommit(true);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> forbidden.execute(statement))
                    .satisfies(error ->
                            assertThat(error.getSQLState()).isEqualTo(INSUFFICIENT_PRIVILEGE));
        }
    }

    private static void work(PostgresAddress address) {
        try (ArticleStore store = open(address)) {
            var client = new StoreClient(store);
            var own = Samples.letter("own");
            client.stored(
                    client.claim(0),
                    StoreClient.article("a", 1),
                    StoreClient.article("a", 2),
                    new Row.Tombstone("a"),
                    new Row.Letter(Samples.letter("x")),
                    new Row.OwnLetter(own));
            assertThat(store.relayed(client.toRelay())).isEmpty();
            assertThat(store.relayed(List.of(own))).isEmpty();
        }
    }

    private static ArticleStore open(PostgresAddress address) {
        return PostgresStore.at(address, PostgresOptions.defaults(), "test", () -> Instant.EPOCH);
    }
}
