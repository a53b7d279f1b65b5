package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ClusterRole;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.kafka.common.utils.Utils;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** Near-duplicates find each other across partitions and instances, and say so once. */
class ClustersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int FAMILIES = 20;

    @TempDir Path directory;

    private EmbeddedPlatform platform;
    private PlatformTopics topics;
    private int partitions;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        topics = new PlatformTopics(platform);
        partitions = topics.partitions(Topics.RAW);
    }

    @AfterEach
    void stop() {
        topics.close();
        platform.close();
    }

    @Test
    void reprintsOnAllPartitionsFindTheirPrimaryWhicheverInstanceHasThem() {
        try (EnrichService one = service("one");
                EnrichService other = service("two")) {
            one.start();
            other.start();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> one.notReady().isEmpty() && other.notReady().isEmpty());
            offerAll();
            awaitPlaced();
        }

        for (int family = 0; family < FAMILIES; family++) {
            List<EnrichedArticle> articles = family(family);
            assertThat(articles)
                    .extracting(article -> article.getCluster().getClusterId())
                    .containsOnly(articles.getFirst().getCluster().getPrimaryArticleId());
            assertThat(articles)
                    .filteredOn(it -> it.getCluster().getRole() == ClusterRole.PRIMARY)
                    .hasSize(1);
        }
        assertThat(ids(0)).extracting(this::partition).doesNotHaveDuplicates();
    }

    @Test
    void aRestartAndTheLossOfTheStateMakeNoFurtherVersions() {
        try (EnrichService service = service("one")) {
            service.start();
            offerAll();
            awaitPlaced();
            awaitQuiet();
        }
        long revisions = topics.end(Topics.REVISIONS);
        try (EnrichService elsewhere = service("two")) {
            elsewhere.start();
            offerAll();
            awaitOutcomes(2 * FAMILIES * partitions);
            awaitQuiet();
        }

        assertThat(topics.end(Topics.REVISIONS)).isEqualTo(revisions);
        assertThat(topics.values(Topics.REVISIONS))
                .extracting(it -> it.getArticleId() + "/" + it.getVersion())
                .doesNotHaveDuplicates();
    }

    private void offerAll() {
        for (int family = 0; family < FAMILIES; family++) {
            for (String id : ids(family)) {
                topics.offer(article(family, id));
            }
        }
        topics.flush();
    }

    /** One on each partition. */
    private List<String> ids(int family) {
        return IntStream.range(0, partitions)
                .mapToObj(wanted -> id("family-%d-%d-".formatted(family, wanted), wanted))
                .toList();
    }

    private String id(String prefix, int partition) {
        return IntStream.range(0, Integer.MAX_VALUE)
                .mapToObj(i -> prefix + i)
                .filter(id -> partition(id) == partition)
                .findFirst()
                .orElseThrow();
    }

    private RawArticle article(int family, String id) {
        var text = new StringBuilder("<p>");
        for (int i = 0; i < 60; i++) {
            text.append("Word").append(Integer.toString(family * 7_919 + i * 104_729, 36));
            text.append(i % 12 == 11 ? ". " : " ");
        }
        String body = text + "Printed as " + id + ".</p>";
        return RawArticle.newBuilder(topics.article(id, body))
                .setSource(Source.newBuilder().setSourceId("source-of-" + id).build())
                .build();
    }

    private List<EnrichedArticle> family(int number) {
        return latest().values().stream()
                .filter(it -> it.getArticleId().startsWith("family-" + number + "-"))
                .toList();
    }

    private Map<String, EnrichedArticle> latest() {
        Map<String, EnrichedArticle> latest = new HashMap<>();
        topics.values(Topics.ENRICHED).forEach(it -> latest.put(it.getArticleId(), it));
        return latest;
    }

    private void awaitPlaced() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(500))
                .until(() ->
                        latest().values().stream().filter(it -> it.getCluster() != null).count()
                                == (long) FAMILIES * partitions);
    }

    private void awaitOutcomes(int count) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> topics.values(Topics.OUTCOMES).size() >= count);
    }

    /** Nothing was said for two seconds, which is twenty transactions. */
    private void awaitQuiet() {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .until(this::total, new Unchanged()::isUnchanged);
    }

    private Long total() {
        return topics.end(Topics.REVISIONS)
                + topics.end(Topics.CLUSTER_LINKS)
                + topics.end(Topics.CLUSTERS);
    }

    /** Whether a number is the same as when it was last asked for. */
    private static final class Unchanged {

        private long last = -1;

        boolean isUnchanged(Long now) {
            boolean same = last == now;
            last = now;
            return same;
        }
    }

    /** As the producer of Kafka places a key. */
    private int partition(String id) {
        byte[] key = id.getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(key)) % partitions;
    }

    private EnrichService service(String state) {
        return EnrichProcess.service(
                platform.bootstrapServers(), platform.registryUrl(), directory.resolve(state));
    }
}
