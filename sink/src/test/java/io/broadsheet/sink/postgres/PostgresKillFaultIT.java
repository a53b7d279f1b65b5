package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.StoreResult.Stored;
import io.broadsheet.sink.store.Unavailable;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A server killed while it stores: what was answered is there when it is back, and no more. */
class PostgresKillFaultIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir Path directory;

    @Test
    void whatWasAnsweredIsThereAndWhatWasUnderWayIsNot() throws Exception {
        Path data = directory.resolve("data");
        int port;
        PostgresAddress address;
        Claim claim;
        try (TestServer server = TestServer.start(data, 0)) {
            port = server.port();
            address = server.freshSchema();
            try (ArticleStore store = open(address)) {
                var client = new StoreClient(store);
                claim = client.stored(client.claim(0), StoreClient.articles(50));
                killWhileSaving(server, address, client, claim);
            }
        }

        try (TestServer server = TestServer.start(data, port);
                ArticleStore store = open(address)) {
            Desk desk = server.desk(address);
            assertThat(desk.query("SELECT count(*) FROM article")).containsExactly("50");
            assertThat(desk.query("SELECT next_offset FROM sink_partition")).containsExactly("50");
            Refusals.remove(desk, "slow");

            var client = new StoreClient(store);
            assertThat(client.save(claim, 51, StoreClient.article("slow", 1)))
                    .isInstanceOf(Stored.class);
            assertThat(desk.query("SELECT count(*) FROM article")).containsExactly("51");
        }
    }

    private static void killWhileSaving(
            TestServer server, PostgresAddress address, StoreClient client, Claim claim)
            throws Exception {
        Desk desk = server.desk(address);
        Refusals.trigger(desk, "slow", "PERFORM pg_sleep(15)");
        var saving =
                CompletableFuture.supplyAsync(
                        () -> client.save(claim, 51, StoreClient.article("slow", 1)));
        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        desk.query(
                                                "SELECT wait_event FROM pg_stat_activity WHERE"
                                                        + " application_name = 'broadsheet-sink'"))
                                .containsExactly("PgSleep"));

        server.kill();

        assertThat(saving.get(30, TimeUnit.SECONDS)).isInstanceOf(Unavailable.class);
        assertThat(client.store().claim(StoreClient.logFrom(0))).isInstanceOf(Unavailable.class);
    }

    private static ArticleStore open(PostgresAddress address) {
        return PostgresStore.at(address, PostgresOptions.defaults(), "test", () -> Instant.EPOCH);
    }
}
