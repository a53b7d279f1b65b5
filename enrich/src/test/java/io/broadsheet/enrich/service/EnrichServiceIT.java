package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.OutcomeKind;

import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The service on a real broker and registry: what subscribers see under {@code read_committed}. */
class EnrichServiceIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    private EmbeddedPlatform platform;
    private PlatformTopics topics;

    @BeforeEach
    void start() {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(directory.resolve("platform")));
        topics = new PlatformTopics(platform);
    }

    @AfterEach
    void stop() {
        topics.close();
        platform.close();
    }

    @Test
    void poisonAmongArticlesIsBuriedByteForByteAndTheOthersGoOn() {
        byte[] poison = "\0\0\0\0\1 not avro".getBytes(StandardCharsets.UTF_8);
        try (EnrichService service = service("one")) {
            service.start();
            topics.offer("a", "One.");
            topics.offerBytes("b", poison);
            topics.offer("c", "Three.");
            awaitOutcomes(3);
            assertThat(service.failure()).isEmpty();
        }

        List<DeadLetter> letters = topics.values(Topics.ENRICH_DEAD_LETTERS);
        assertThat(letters).extracting(DeadLetter::getCode).containsExactly("AVRO_CORRUPT");
        assertThat(letters.getFirst().getOriginalValue().array()).isEqualTo(poison);
        assertThat(topics.values(Topics.ENRICHED))
                .extracting(EnrichedArticle::getArticleId)
                .containsExactlyInAnyOrder("a", "c");
    }

    @Test
    void versionsGoOnAfterARestartAndAfterTheLossOfTheState() {
        try (EnrichService service = service("one")) {
            service.start();
            topics.offer("a", "First.");
            awaitOutcomes(1);
        }
        try (EnrichService restarted = service("one")) {
            restarted.start();
            topics.offer("a", "First.");
            topics.offer("a", "Second.");
            awaitOutcomes(3);
        }
        try (EnrichService elsewhere = service("two")) {
            elsewhere.start();
            topics.offer("a", "Third.");
            awaitOutcomes(4);
        }

        assertThat(topics.values(Topics.OUTCOMES))
                .extracting(ArticleOutcome::getKind)
                .containsExactly(
                        OutcomeKind.ENRICHED,
                        OutcomeKind.UNCHANGED,
                        OutcomeKind.ENRICHED,
                        OutcomeKind.ENRICHED);
        assertThat(topics.values(Topics.REVISIONS))
                .extracting(EnrichedArticle::getVersion)
                .containsExactly(1, 2, 3);
    }

    @Test
    void killedInTheMiddleEachRawRecordStillHasOneOutcomeAndEachVersionIsThereOnce()
            throws IOException {
        int kills = 2;
        int articlesPerKill = 5_000;
        for (int kill = 0; kill < kills; kill++) {
            for (int i = 0; i < articlesPerKill; i++) {
                topics.offer("article-" + i, "Body " + kill);
            }
            topics.flush();
            long before = topics.end(Topics.OUTCOMES);
            try (var _ = process()) {
                awaitEndBeyond(before);
            }
        }
        int articles = kills * articlesPerKill;
        assertThat(topics.values(Topics.OUTCOMES)).hasSizeLessThan(articles);
        try (EnrichService service = service("one")) {
            service.start();
            awaitOutcomes(articles);
        }

        Set<String> raw = new HashSet<>();
        for (ArticleOutcome outcome : topics.values(Topics.OUTCOMES)) {
            assertThat(raw.add(outcome.getRawRef().toString())).isTrue();
        }
        assertThat(raw).hasSize(articles);
        assertThat(versions(topics.values(Topics.ENRICHED))).hasSize(articles);
        assertThat(versions(topics.values(Topics.REVISIONS))).hasSize(articles);
    }

    @Test
    void withoutItsSchemasItSaysWhichAreMissingAndHowToRegisterThem() {
        assertThat(RequiredTopics.schemaProblem(new InMemorySchemaRegistry()).orElse(""))
                .contains(Topics.RAW.subject(), Topics.OUTCOMES.subject())
                .contains("broadsheet schemas register");
        KafkaAccess access =
                PlatformTopics.access(platform.bootstrapServers(), platform.registryUrl());
        assertThat(RequiredTopics.schemaProblem(access.registry())).isEmpty();
    }

    @Test
    void withoutItsTopicsItSaysWhichAreMissingAndHowToMakeThem() throws Exception {
        try (Admin admin =
                Admin.create(
                        PlatformTopics.access(platform.bootstrapServers(), platform.registryUrl())
                                .adminProperties("test"))) {
            admin.deleteTopics(List.of(Topics.OUTCOMES.name())).all().get();
            Awaitility.await().until(() -> RequiredTopics.problem(admin).isPresent());

            assertThat(RequiredTopics.problem(admin).orElseThrow())
                    .contains(Topics.OUTCOMES.name(), "broadsheet topics create")
                    .doesNotContain(Topics.RAW.name());
        }
    }

    private EnrichService service(String state) {
        return EnrichProcess.service(
                platform.bootstrapServers(), platform.registryUrl(), directory.resolve(state));
    }

    private EnrichProcess process() throws IOException {
        return EnrichProcess.start(
                platform.bootstrapServers(), platform.registryUrl(), directory.resolve("one"));
    }

    private void awaitOutcomes(int count) {
        topics.flush();
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> topics.values(Topics.OUTCOMES).size() >= count);
    }

    /** The first committed transaction is enough. */
    private void awaitEndBeyond(long before) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> topics.end(Topics.OUTCOMES) > before);
    }

    private static Set<String> versions(List<EnrichedArticle> articles) {
        Set<String> versions = new HashSet<>();
        for (EnrichedArticle article : articles) {
            assertThat(versions.add(article.getArticleId() + " " + article.getVersion())).isTrue();
        }
        return versions;
    }
}
