package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.sink.postgres.CuttingProxy.Cut;
import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.sink.store.StoreResult.Fenced;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.sink.store.Unavailable;

import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** What may happen to a server, to the way to it, and to its rows while the sink stores. */
@ExtendWith(WithPostgres.class)
class PostgresFaultIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ROWS = "SELECT article_id FROM article ORDER BY 1";
    private static final String OFFSET = "SELECT next_offset FROM sink_partition";

    private final TestServer server;
    private final PostgresAddress address;
    private final Desk desk;

    PostgresFaultIT(TestServer server) {
        this.server = server;
        this.address = server.freshSchema();
        this.desk = server.desk(address);
    }

    @ParameterizedTest
    @EnumSource(
            value = Cut.class,
            names = {"BEFORE_COMMIT", "AFTER_COMMIT"})
    void aConnectionCutAtACommitLosesNothingAndDoublesNothing(Cut cut) throws Exception {
        try (CuttingProxy proxy = CuttingProxy.to(server.port());
                ArticleStore store = open(throughPort(proxy.port()))) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            proxy.cutNext(cut);

            assertThat(client.save(claim, 2, StoreClient.articles(2)))
                    .isInstanceOf(Unavailable.class);
            assertThat(desk.query(ROWS)).hasSize(cut == Cut.AFTER_COMMIT ? 2 : 0);
            StoreResult again = client.save(claim, 2, StoreClient.articles(2));

            assertThat(again).isEqualTo(new Stored(new Counts(2, 0, 0, 0)));
            assertThat(desk.query(ROWS)).containsExactly("a0", "a1");
            assertThat(desk.query(OFFSET)).containsExactly("2");
        }
    }

    @Test
    void aNewLifeBelievesTheOffsetOfACommitThatNobodyHeardOf() throws Exception {
        try (CuttingProxy proxy = CuttingProxy.to(server.port());
                ArticleStore store = open(throughPort(proxy.port()))) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            proxy.cutNext(Cut.AFTER_COMMIT);
            client.save(claim, 2, StoreClient.articles(2));
        }

        try (ArticleStore store = open(address)) {
            assertThat(new StoreClient(store).claim(0).nextOffset()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"53100", "53200", "57P03", "58030", "40001", "40P01", "55P03"})
    void aServerInTroubleIsWaitedForAndNothingIsBuried(String state) {
        try (ArticleStore store = open(address)) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            Refusals.install(desk, "a1", state);

            assertThat(client.save(claim, 3, StoreClient.articles(3)))
                    .isInstanceOf(Unavailable.class);
            assertThat(desk.query(ROWS)).isEmpty();
            Refusals.remove(desk, "a1");

            assertThat(client.save(claim, 3, StoreClient.articles(3))).isInstanceOf(Stored.class);
            assertThat(desk.query(ROWS)).hasSize(3);
        }
    }

    @Test
    void aConnectionEndedWithinATransactionIsMadeAnew() {
        try (ArticleStore store = open(address)) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            Refusals.trigger(desk, "a1", "PERFORM pg_terminate_backend(pg_backend_pid())");

            assertThat(client.save(claim, 3, StoreClient.articles(3)))
                    .isInstanceOf(Unavailable.class);
            Refusals.remove(desk, "a1");

            assertThat(client.save(claim, 3, StoreClient.articles(3))).isInstanceOf(Stored.class);
            assertThat(desk.query(ROWS)).hasSize(3);
        }
    }

    @Test
    void aLockThatOthersHoldIsNotWaitedForWithoutEnd() throws Exception {
        try (ArticleStore store = open(address);
                Connection other = desk.connect();
                Statement statement = other.createStatement()) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            other.setAutoCommit(false);
            statement.execute("SELECT * FROM sink_partition FOR UPDATE");

            assertThat(client.save(claim, 1, StoreClient.articles(1)))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            obstacle -> assertThat(obstacle.reason()).contains("lock timeout"));

            other.rollback();
            assertThat(client.save(claim, 1, StoreClient.articles(1))).isInstanceOf(Stored.class);
        }
    }

    @Test
    void aDeadlockIsTriedAgain() throws Exception {
        try (ArticleStore store = open(address);
                Connection other = desk.connect();
                Statement statement = other.createStatement()) {
            var client = new StoreClient(store);
            Claim claim = client.stored(client.claim(0), StoreClient.articles(2));
            other.setAutoCommit(false);
            statement.execute("SET deadlock_timeout = '60s'"); // so that the sink is the victim
            statement.execute("UPDATE article SET source_id = 'x' WHERE article_id = 'a1'");
            Row[] newer = {StoreClient.article("a0", 2), StoreClient.article("a1", 2)};
            var saving = CompletableFuture.supplyAsync(() -> client.save(claim, 4, newer));
            awaitWaiting();
            statement.execute("UPDATE article SET source_id = 'x' WHERE article_id = 'a0'");

            assertThat(saving.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            obstacle -> assertThat(obstacle.reason()).contains("deadlock"));
            other.rollback();
            assertThat(client.save(claim, 4, newer)).isInstanceOf(Stored.class);
        }
    }

    @Test
    void aSerializationFailureIsTriedAgain() throws Exception {
        String strict = address.url() + "?options=-c%20default_transaction_isolation=serializable";
        PostgresAddress strictAddress =
                new PostgresAddress(strict, address.schema(), address.writer(), address.owner());
        try (ArticleStore store = open(strictAddress);
                Connection other = desk.connect();
                Statement statement = other.createStatement()) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            other.setAutoCommit(false);
            statement.execute("UPDATE sink_partition SET owner = 'other'");
            var saving =
                    CompletableFuture.supplyAsync(
                            () -> client.save(claim, 1, StoreClient.articles(1)));
            awaitWaiting();
            other.commit();

            assertThat(saving.get(30, TimeUnit.SECONDS))
                    .isInstanceOfSatisfying(
                            Unavailable.class,
                            obstacle -> assertThat(obstacle.reason()).contains("serialize"));
            assertThat(client.save(claim, 1, StoreClient.articles(1))).isInstanceOf(Stored.class);
        }
    }

    @Test
    void aWriterThatWaitsForTheLockOfItsSuccessorIsFencedWhenItHasIt() throws Exception {
        try (ArticleStore zombie = open(address);
                Connection successor = desk.connect();
                Statement statement = successor.createStatement()) {
            var client = new StoreClient(zombie);
            Claim claim = client.claim(0);
            successor.setAutoCommit(false);
            statement.execute("UPDATE sink_partition SET epoch = epoch + 1");
            var saving =
                    CompletableFuture.supplyAsync(
                            () -> client.save(claim, 1, StoreClient.articles(1)));
            awaitWaiting();
            successor.commit();

            assertThat(saving.get(30, TimeUnit.SECONDS)).isInstanceOf(Fenced.class);
            assertThat(desk.query(ROWS)).isEmpty();
        }
    }

    @Test
    void aServerThatIsAwayIsWaitedFor() throws Exception {
        var nowhere = new java.net.ServerSocket(0);
        int port = nowhere.getLocalPort();
        nowhere.close();
        try (ArticleStore store = open(throughPort(port))) {
            assertThat(store.claim(StoreClient.logFrom(0))).isInstanceOf(Unavailable.class);
        }
    }

    private void awaitWaiting() {
        String waiting =
                "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                        + " AND application_name = 'broadsheet-sink'";
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> Assertions.assertThat(desk.query(waiting)).containsExactly("1"));
    }

    /** A COMMIT goes in plain words there, for the proxy to see. */
    private PostgresAddress throughPort(int port) {
        String url =
                address.url().replace(":" + server.port() + "/", ":" + port + "/")
                        + "?prepareThreshold=0";
        return new PostgresAddress(url, address.schema(), address.writer(), address.owner());
    }

    private static ArticleStore open(PostgresAddress address) {
        return PostgresStore.at(address, PostgresOptions.defaults(), "test", () -> Instant.EPOCH);
    }
}
