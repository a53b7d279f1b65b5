package io.broadsheet.sink.postgres;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.broadsheet.sink.Samples;
import io.broadsheet.sink.postgres.PostgresOptions.SearchDepth;
import io.broadsheet.sink.read.Opening;
import io.broadsheet.sink.read.StoreReader;
import io.broadsheet.sink.sql.Desk;
import io.broadsheet.sink.sql.StoreClient;
import io.broadsheet.sink.sql.StoreContract;
import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.Claim;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreBrokenException;
import io.broadsheet.sink.store.StoreResult;
import io.broadsheet.sink.store.StoreResult.Refused;
import io.broadsheet.v1.Cluster;
import io.broadsheet.v1.ClusterRole;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.RecordRef;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import java.sql.Connection;
import java.sql.Statement;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** The contract of stores, kept by a PostgreSQL server, and what is particular to it. */
@ExtendWith(WithPostgres.class)
class PostgresStoreIT extends StoreContract {

    private static final String WAITING =
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock'"
                    + " AND query LIKE 'COPY article %'";

    private final TestServer server;
    private final PostgresAddress address;

    PostgresStoreIT(TestServer server) {
        this.server = server;
        this.address = server.freshSchema();
    }

    @Test
    void aKeyThatNoIndexHoldsIsRefusedAndItsNeighbourIsNot() {
        String id = incompressible(20_000);

        StoreResult result = save(StoreClient.article("a", 1), StoreClient.article(id, 1));

        assertThat(((Refused) result).rows())
                .extracting(StoreResult.Refusal::row)
                .containsExactly(1);
    }

    @Test
    void anAddressOfAnyLengthIsStored() {
        var article =
                Samples.builder("a", 1)
                        .setUrl("https://example.org/" + incompressible(9_000))
                        .build();

        assertThat(save(new Row.Article(article))).isInstanceOf(StoreResult.Stored.class);
    }

    @Test
    void aYearThatNoCalendarHoldsIsRefused() {
        EnrichedArticle far =
                Samples.builder("a", 1)
                        .setDatePublished(Instant.parse("+300000-01-01T00:00:00Z"))
                        .build();

        StoreResult result = save(new Row.Article(far));

        assertThat(((Refused) result).rows()).hasSize(1);
    }

    @Test
    void aYearThatNoCalendarHoldsIsRefusedAmongOthersToo() {
        for (long millis : new long[] {Long.MAX_VALUE, Long.MIN_VALUE}) {
            EnrichedArticle far =
                    Samples.builder("far", 1)
                            .setDatePublished(Instant.ofEpochMilli(millis))
                            .build();

            StoreResult result =
                    save(
                            StoreClient.article("a", 1),
                            new Row.Article(far),
                            StoreClient.article("b", 1));

            assertThat(((Refused) result).rows())
                    .extracting(StoreResult.Refusal::row)
                    .containsExactly(1);
        }
    }

    @Test
    void oneOfManyIsStoredColumnByColumnAsItIsAlone() {
        var images = Samples.withImages("a", 1, ImageOutcome.USABLE, ImageOutcome.UNCHECKED);
        var full =
                Samples.builder("a", 1)
                        .setDescription("Tee und Tee: 東京の茶")
                        .setInLanguage("ja")
                        .setDatePublished(Instant.parse("1999-12-31T23:59:59.999Z"))
                        .setDateModified(Instant.parse("2026-03-01T12:00:00.001Z"))
                        .setWordCount(7)
                        .setRawRef(new RecordRef("raw", 2, 3_000_000_000L))
                        .setImages(images.getImages())
                        .build();
        var options = new PostgresOptions(SearchDepth.FULL, false);
        List<String> alone;
        try (ArticleStore store = PostgresStore.at(address, options, "test", () -> Instant.EPOCH)) {
            var client = new StoreClient(store);
            Claim claim = client.stored(client.claim(0), new Row.Article(full));
            alone = allOf("a");
            claim = client.stored(claim, new Row.Tombstone("a"));

            client.stored(claim, StoreClient.article("b", 1), new Row.Article(full));
        }

        assertThat(alone).hasSize(3);
        assertThat(allOf("a")).isEqualTo(alone);
    }

    private List<String> allOf(String id) {
        return desk().query(
                        ("SELECT to_jsonb(article) FROM article WHERE article_id = '%1$s' UNION ALL"
                                        + " SELECT to_jsonb(image) FROM image"
                                        + " WHERE article_id = '%1$s'")
                                .formatted(id));
    }

    @Test
    void anArticleThatAnotherWriterAddsAtTheSameMomentIsStoredAllTheSame() throws Exception {
        save(StoreClient.article("a", 1));
        try (Connection other = PostgresConnections.open(address, address.writer());
                Statement statement = other.createStatement()) {
            statement.execute(
                    """
                    INSERT INTO article
                    SELECT (json_populate_record(article, '{"article_id": "both"}')).* FROM article
                    """);
            var saving =
                    CompletableFuture.supplyAsync(() ->
                            save(StoreClient.article("both", 2), StoreClient.article("c", 1)));
            await().until(() -> desk().query(WAITING), waiting -> waiting.contains("1"));
            other.commit();

            assertThat(saving.get()).isInstanceOf(StoreResult.Stored.class);
        }
        assertThat(
                        desk().query(
                                        "SELECT article_id || ' ' || version FROM article"
                                                + " ORDER BY article_id"))
                .containsExactly("a 1", "both 2", "c 1");
    }

    @Test
    void anIdWithANulIsRefusedForAnotherIdIsAnotherArticle() {
        assertThat(save(StoreClient.article("a\0b", 1))).isInstanceOf(Refused.class);
    }

    @Test
    void aClusterIsColumns() {
        Cluster cluster =
                Cluster.newBuilder()
                        .setClusterId("c1")
                        .setRole(ClusterRole.NEAR_DUPLICATE)
                        .setPrimaryArticleId("b")
                        .build();
        save(new Row.Article(Samples.builder("a", 1).setCluster(cluster).build()));

        assertThat(
                        desk().query(
                                        "SELECT concat_ws(' ', cluster_id, cluster_role,"
                                                + " cluster_primary_id) FROM article"))
                .containsExactly("c1 NEAR_DUPLICATE b");
    }

    @Test
    void revisionsAreKeptIfWantedAndForgottenWithTheirArticle() {
        var options = new PostgresOptions(SearchDepth.OFF, true);
        try (ArticleStore store = PostgresStore.at(address, options, "test", () -> Instant.EPOCH)) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            claim =
                    client.stored(
                            claim,
                            StoreClient.article("a", 2),
                            StoreClient.article("a", 1),
                            StoreClient.article("a", 2));
            assertThat(desk().query("SELECT version FROM revision ORDER BY 1"))
                    .containsExactly("1", "2");

            client.stored(claim, new Row.Tombstone("a"));
            assertThat(desk().query("SELECT version FROM revision")).isEmpty();
        }
    }

    @Test
    void peopleReadAnArticleInAView() {
        save(StoreClient.article("a", 1));

        assertThat(desk().query("SELECT body FROM articles WHERE headline LIKE 'Headline%'"))
                .containsExactly("正文 and body of a\n");
    }

    @Test
    void largeTextsAreCompressedByLz4WhereTheServerHasIt() {
        save();
        boolean able =
                desk().query(
                                "SELECT unnest(enumvals) FROM pg_settings"
                                        + " WHERE name = 'default_toast_compression'")
                        .contains("lz4");

        assertThat(
                        desk().query(
                                        "SELECT attcompression FROM pg_attribute WHERE attrelid ="
                                                + " 'article'::regclass AND attname = 'record'"))
                .containsExactly(able ? "l" : "");
    }

    @Test
    void aSchemaWithoutTablesHoldsNothing() {
        assertThat(read()).isEqualTo(new Opening.Absent(address.name()));
    }

    @Test
    void aRoleThatDoesNotExistStopsTheSink() {
        var nobody = new PostgresAddress.Role("nobody", address.writer().password());
        var wrong = new PostgresAddress(address.url(), address.schema(), nobody, Optional.empty());
        try (ArticleStore store =
                PostgresStore.at(wrong, PostgresOptions.defaults(), "test", () -> Instant.EPOCH)) {
            assertThatThrownBy(() -> store.claim(StoreClient.logFrom(0)))
                    .isInstanceOf(StoreBrokenException.class)
                    .hasMessageContaining("nobody");
        }
    }

    @Test
    void aTableThatIsGoneStopsTheSinkAndBuriesNothing() {
        try (ArticleStore store = openStore("test")) {
            var client = new StoreClient(store);
            Claim claim = client.claim(0);
            desk().execute("DROP TABLE image CASCADE");

            assertThatThrownBy(() -> client.save(claim, 1, StoreClient.article("a", 1)))
                    .isInstanceOf(StoreBrokenException.class);
        }
    }

    private StoreResult save(Row... rows) {
        try (ArticleStore store = openStore("test")) {
            var client = new StoreClient(store);
            return client.save(client.claim(0), rows.length, rows);
        }
    }

    private static String incompressible(int length) {
        var random = new java.util.Random(7);
        return random.ints(length, '!', '~' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    @Override
    protected ArticleStore openStore(String owner) {
        return PostgresStore.at(address, PostgresOptions.defaults(), owner, () -> Instant.EPOCH);
    }

    @Override
    protected Desk desk() {
        return server.desk(address);
    }

    @Override
    protected Opening read() {
        return StoreReader.open(address);
    }

    @Override
    protected void refuse(String articleId) {
        Refusals.install(desk(), articleId, "23514");
    }
}
