package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.Clustering;
import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleCluster;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.ClusterMember;
import io.broadsheet.v1.ClusterRole;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Near-duplicates find each other, say so once, and keep saying so. */
class ClustersTopologyTest {

    private static final String PICTURE = "https://img.example.org/a.png";

    private static final String TEXT =
            """
            <p>The harbour board has decided to close the old ferry pier for the winter. Repairs
            of the wooden deck will begin on Monday and last until the end of March, the board
            said after its meeting in the town hall.</p>
            <p>Passengers to the islands will leave from the new quay on the north side. Buses
            stop there every twenty minutes, and tickets stay as they are. Shops along the old
            pier fear for their trade and ask for a lower rent while the work goes on.</p>
            <p>The work costs four million, of which the region pays a third. A first plan had
            been withdrawn in spring, since nobody had asked the fishermen.</p>
            """;

    @TempDir Path state;

    @Test
    void aReprintIsTheSameTextElsewhereAndBothSayTheirPlaces() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("b-first", "one", 0, TEXT));
            topology.offer(article("a-second", "two", 1, TEXT));

            List<EnrichedArticle> out = topology.enriched();
            assertThat(out)
                    .extracting(ClustersTopologyTest::told)
                    .containsExactlyInAnyOrder(
                            "b-first 1 NEW null",
                            "a-second 1 NEW null",
                            "a-second 2 REENRICHED EXACT_DUPLICATE of b-first",
                            "b-first 2 REENRICHED PRIMARY of b-first");
            EnrichedArticle second = latest(out, "a-second");
            assertThat(second.getCluster().getScore()).isEqualTo(1);
            assertThat(second.getCluster().getReasons()).contains("same-text", "same-title");
            assertThat(second.getSimHash()).isNotNull().isEqualTo(out.getFirst().getSimHash());
            ArticleCluster cluster = clusters(topology).getLast();
            assertThat(cluster.getClusterId()).isEqualTo("b-first");
            assertThat(cluster.getMemberCount()).isEqualTo(1);
            assertThat(cluster.getMembers())
                    .extracting(ClusterMember::getArticleId, ClusterMember::getRole)
                    .containsExactly(tuple("a-second", ClusterRole.EXACT_DUPLICATE));
        }
    }

    @Test
    void theSameNewsAgainMakesNoVersion() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            topology.offer(article("second", "two", 1, TEXT));
            topology.enriched();
            var links = topology.records(Topics.CLUSTER_LINKS);
            assertThat(links).isNotEmpty();

            topology.repeatLinks(links);
            topology.passTime(Duration.ofHours(1));

            assertThat(topology.enriched()).isEmpty();
        }
    }

    /** As in a partition that was elsewhere meanwhile: texts do not go with it. */
    @Test
    void theTextOfAnOlderVersionMakesNoVersion() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            KeyValueStore<String, byte[]> texts = topology.store("texts");
            byte[] older = texts.get("first");
            topology.offer(article("first", "one", 1, TEXT + "<p>Rents stay as they are.</p>"));
            texts.put("first", older);

            topology.offer(article("second", "two", 2, TEXT));

            assertThat(topology.enriched())
                    .extracting(ClustersTopologyTest::told)
                    .filteredOn(told -> told.startsWith("first"))
                    .containsExactly("first 1 NEW null", "first 2 MINOR null");
            assertThat(clusters(topology).getLast().getClusterId()).isEqualTo("first");
            assertThat(topology.changed("texts")).isFalse();
        }
    }

    @Test
    void aDefectLeavesNoHalfOfADecision() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            KeyValueStore<String, byte[]> texts = topology.store("texts");
            texts.put("first", new byte[] {9});

            topology.offer(article("second", "two", 1, TEXT));

            assertThat(topology.deadLetters())
                    .extracting(DeadLetter::getCode)
                    .containsExactly("DEFECT");
            assertThat(topology.store(ArticleStores.CLUSTER_PLACES).get("first")).isNull();
            assertThat(topology.store(ArticleStores.CLUSTERS).get("first")).isNull();
            assertThat(clusters(topology)).isEmpty();
        }
    }

    @Test
    void whoWaitsForImagesSaysItWithThem() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            topology.offer(withPicture(article("second", "two", 1, TEXT)));
            assertThat(topology.enriched())
                    .filteredOn(article -> article.getArticleId().equals("second"))
                    .extracting(EnrichedArticle::getState)
                    .containsExactly(EnrichmentState.PARTIAL);

            topology.answer(answer(topology.requests().getLast().getImageId()));

            assertThat(topology.enriched())
                    .extracting(ClustersTopologyTest::told)
                    .containsExactly("second 2 REENRICHED EXACT_DUPLICATE of first");
        }
    }

    @Test
    void laterVersionsKeepTheirPlace() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            topology.offer(article("second", "two", 1, TEXT));
            topology.enriched();

            topology.offer(article("second", "two", 2, TEXT + "<p>More is to come.</p>"));
            topology.offer(article("first", "one", 3, TEXT + "<p>More is not known.</p>"));

            assertThat(topology.enriched())
                    .extracting(ClustersTopologyTest::told)
                    .containsExactly(
                            "second 3 MINOR EXACT_DUPLICATE of first",
                            "first 3 MINOR PRIMARY of first");
        }
    }

    @Test
    void whenAnElderOneComesLateAllGoOverToIt() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("second", "two", 10, TEXT));
            topology.offer(article("third", "three", 11, TEXT));
            topology.offer(article("fourth", "four", 12, TEXT));
            topology.enriched();
            clusters(topology);

            topology.offer(article("first", "one", 0, TEXT));

            List<EnrichedArticle> out = topology.enriched();
            assertThat(List.of("second", "third", "fourth"))
                    .allMatch(id -> told(latest(out, id)).endsWith("EXACT_DUPLICATE of first"));
            assertThat(told(latest(out, "first"))).endsWith("PRIMARY of first");
            var records = topology.lastRecords();
            assertThat(records).containsKey("second");
            assertThat(records.get("second")).isNull();
            assertThat(Optional.ofNullable(records.get("first")).orElseThrow().getMembers())
                    .extracting(ClusterMember::getArticleId)
                    .containsExactlyInAnyOrder("second", "third", "fourth");
        }
    }

    @Test
    void otherArticlesHaveNoPlaceAndOneVersion() {
        try (var topology = topology(Clustering.defaults())) {
            topology.offer(article("first", "one", 0, TEXT));
            topology.offer(article("second", "two", 1, "<p>" + "It rains today. ".repeat(30)));
            topology.offer(article("third", "two", 2, "<p>Closed.</p>"));

            assertThat(topology.enriched())
                    .hasSize(3)
                    .allMatch(article -> article.getCluster() == null);
        }
    }

    @Test
    void aSourceForWhichItIsOffIsNotCompared() {
        var clustering = new Clustering(true, Set.of("two"), Duration.ofDays(14), 1_000);
        try (var topology = topology(clustering)) {
            topology.offer(article("first", "one", 0, TEXT));
            topology.offer(article("second", "two", 1, TEXT));
            topology.offer(article("third", "three", 2, TEXT));

            assertThat(topology.enriched())
                    .filteredOn(article -> article.getCluster() != null)
                    .extracting(EnrichedArticle::getArticleId)
                    .containsExactlyInAnyOrder("first", "third");
        }
    }

    @Test
    void whatIsNoSketchIsBuriedAndTheOthersGoOn() {
        try (var topology = topology(Clustering.defaults())) {
            byte[] bytes = "no sketch".getBytes(StandardCharsets.UTF_8);
            topology.offerSketch("no band", bytes);
            topology.offerSketch("0123456789abcdef", bytes);

            assertThat(topology.deadLetters())
                    .extracting(letter -> letter.getCode())
                    .containsExactly("KEY_MISMATCH", "AVRO_CORRUPT");
            assertThat(topology.outcomes()).isEmpty();
            topology.offer(article("first", "one", 0, TEXT));
            assertThat(topology.enriched()).hasSize(1);
        }
    }

    private static org.assertj.core.groups.Tuple tuple(Object... values) {
        return org.assertj.core.groups.Tuple.tuple(values);
    }

    private static List<ArticleCluster> clusters(DrivenTopology topology) {
        return topology.records(Topics.CLUSTERS).stream().map(TestRecord::value).toList();
    }

    private DrivenTopology topology(Clustering clustering) {
        var enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());
        return new DrivenTopology(state, ImageChecking.defaults(), enricher::enrich, clustering);
    }

    private static RawArticle article(String id, String source, int minute, String html) {
        Instant at = Articles.INGESTED.plusSeconds(60L * minute);
        return Articles.raw(id, html)
                .setSource(Source.newBuilder().setSourceId(source).build())
                .setTitle("The old pier is closed until spring")
                .setIngestedAt(at)
                .build();
    }

    private static RawArticle withPicture(RawArticle article) {
        return RawArticle.newBuilder(article)
                .setImages(Articles.withImages("any", "", PICTURE).getImages())
                .build();
    }

    private static io.broadsheet.v1.ImageCheckResult answer(String imageId) {
        var answer = Articles.answer("second", PICTURE, ImageVerdict.OK);
        var check = io.broadsheet.v1.ImageCheck.newBuilder(answer.getCheck());
        return io.broadsheet.v1.ImageCheckResult.newBuilder(answer)
                .setCheck(check.setImageId(imageId).build())
                .build();
    }

    private static EnrichedArticle latest(List<EnrichedArticle> articles, String id) {
        return articles.stream()
                .filter(article -> article.getArticleId().equals(id))
                .reduce((_, last) -> last)
                .orElseThrow();
    }

    private static String told(EnrichedArticle article) {
        var cluster = article.getCluster();
        ChangeClass change = article.getChange();
        String place =
                cluster == null
                        ? "null"
                        : cluster.getRole() + " of " + cluster.getPrimaryArticleId();
        return "%s %d %s %s".formatted(article.getArticleId(), article.getVersion(), change, place);
    }
}
