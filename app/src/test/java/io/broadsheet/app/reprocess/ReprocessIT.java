package io.broadsheet.app.reprocess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.app.pipeline.Account;
import io.broadsheet.app.pipeline.AllInOne;
import io.broadsheet.app.pipeline.DataDirectory;
import io.broadsheet.app.pipeline.OnePass;
import io.broadsheet.app.pipeline.PassProgress;
import io.broadsheet.app.pipeline.PipelineOptions;
import io.broadsheet.app.reprocess.ReprocessReport.Total;
import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FieldChange;

import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Stored articles through steps that have learned something, on real parts in this process. */
class ReprocessIT {

    private static final SettingValues PLAIN = settings("");
    private static final SettingValues CORRECTED = settings("harbour=-8h");
    private static final String ARTICLE =
            """
            ---
            title: '%s'
            date: Sun, 13 Mar 2022 09:42:07 GMT
            ---
            <p>%s</p>
            """;

    @TempDir Path directory;

    @Test
    void exactlyWhatDiffersIsShownAndThenEmittedAndAskedAgainNothing() throws Exception {
        write("a", "one.md", ARTICLE.formatted("One", "The ferry left at nine."));
        write("a", "two.md", ARTICLE.formatted("Two", "A long one. ".repeat(100_000)));
        write("b", "three.md", ARTICLE.formatted("Three", "Of another source."));
        try (AllInOne all = start(PLAIN)) {
            assertThat(run(all, "harbour", "a").stored()).isEqualTo(2);
            assertThat(run(all, "inland", "b").stored()).isEqualTo(1);
        }

        try (AllInOne all = start(CORRECTED);
                Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
            ReprocessReport rehearsal = reprocess(cluster, CORRECTED, Optional.empty()).rehearse();

            assertThat(counts(rehearsal)).isEqualTo("read 3 same 1 differ 2 failed 0");
            assertThat(String.join("\n", rehearsal.text()))
                    .contains("datePublished: 2022-03-13T09:42:07Z -> 2022-03-13T01:42:07Z")
                    .contains("2      dates  datePublished")
                    .doesNotContain("BECAME");
            assertThat(values(cluster, Topics.REVISIONS)).hasSize(3);
            assertThat(values(cluster, Topics.REPROCESS)).isEmpty();

            ReprocessReport done = reprocess(cluster, CORRECTED, Optional.empty()).perform();

            assertThat(counts(done)).isEqualTo("read 3 same 1 differ 2 failed 0");
            assertThat(done.of("ENRICHED")).isEqualTo(2);
            assertThat(made(cluster)).allSatisfy(ReprocessIT::isCorrected).hasSize(2);
            assertThat(values(cluster, Topics.RAW)).hasSize(3);

            ReprocessReport again = reprocess(cluster, CORRECTED, Optional.empty()).perform();

            assertThat(counts(again)).isEqualTo("read 3 same 3 differ 0 failed 0");
            assertThat(values(cluster, Topics.REVISIONS)).hasSize(5);
            assertThat(run(all, "harbour", "a"))
                    .extracting(Account::read, Account::unchanged, Account::balances)
                    .containsExactly(2L, 2L, true);
        }
    }

    @Test
    void onlyTheStepThatIsMeantAndTheTimeThatIsMeantCount() throws Exception {
        write("a", "one.md", ARTICLE.formatted("One", "The ferry left at nine."));
        try (AllInOne all = start(PLAIN);
                Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
            run(all, "harbour", "a");

            assertThat(counts(reprocess(cluster, CORRECTED, Optional.of(Step.BODY)).rehearse()))
                    .isEqualTo("read 1 same 0 differ 0 failed 0");
            assertThat(counts(reprocess(cluster, CORRECTED, Optional.of(Step.DATES)).rehearse()))
                    .isEqualTo("read 1 same 0 differ 1 failed 0");
            var later =
                    new ReprocessRequest(
                            cluster.clock().instant().plusSeconds(1),
                            Optional.empty(),
                            EnrichConfig.of(CORRECTED, directory).steps(),
                            claims(),
                            5,
                            Duration.ofSeconds(60));
            assertThat(counts(new Reprocess(cluster, later, _ -> {}).rehearse()))
                    .isEqualTo("read 0 same 0 differ 0 failed 0");
        }
    }

    @Test
    void anEnrichmentWithOtherSettingsEmitsNothingAndAMissingClaimIsTold() throws Exception {
        write("a", "one.md", ARTICLE.formatted("One", "The ferry left at nine."));
        write("a", "two.md", ARTICLE.formatted("Two", "A long one. ".repeat(100_000)));
        try (AllInOne all = start(PLAIN);
                Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
            run(all, "harbour", "a");

            ReprocessReport done =
                    new Reprocess(cluster, request(CORRECTED, ClaimStore.none()), _ -> {})
                            .perform();

            assertThat(counts(done)).isEqualTo("read 2 same 0 differ 1 failed 1");
            assertThat(done.of("UNCHANGED")).isEqualTo(1);
            assertThat(String.join("\n", done.json())).contains("CLAIM_MISSING");
            assertThat(made(cluster)).isEmpty();
        }
    }

    @Test
    void whatWasLearnedOfASourceSinceIsAppliedToTheArticlesThatTaughtIt() throws Exception {
        for (int i = 0; i < 30; i++) {
            String body = "<img src='https://img.example.cn/n/20260105093948.jpg'><p>Of " + i;
            String article = ARTICLE.formatted("Post " + i, body);
            write("a", i + ".md", article.replace("Sun, 13 Mar 2022", "Mon, 05 Jan 2026"));
        }
        try (AllInOne all = start(PLAIN);
                Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
            run(all, "harbour", "a");
            long taught = declared(cluster);
            assertThat(taught).isBetween(3L, 29L);

            ReprocessReport done = reprocess(cluster, PLAIN, Optional.of(Step.DATES)).perform();

            assertThat(done.of("ENRICHED")).isEqualTo((int) taught);
            assertThat(made(cluster))
                    .allSatisfy(article ->
                            assertThat(article.getDatePublishedCertainty())
                                    .isEqualTo(DateCertainty.CORRECTED_OFFSET))
                    .hasSize((int) taught);
            assertThat(counts(reprocess(cluster, PLAIN, Optional.empty()).rehearse()))
                    .isEqualTo("read 30 same 30 differ 0 failed 0");
        }
    }

    private static long declared(Cluster cluster) {
        return values(cluster, Topics.REVISIONS).stream()
                .filter(article ->
                        article.getDatePublishedCertainty() == DateCertainty.EXPLICIT_OFFSET)
                .count();
    }

    private static void isCorrected(EnrichedArticle article) {
        assertThat(article.getVersion()).isEqualTo(2);
        assertThat(article.getSource().getSourceId()).isEqualTo("harbour");
        assertThat(article.getDatePublished()).isEqualTo(Instant.parse("2022-03-13T01:42:07Z"));
        assertThat(article.getChanges())
                .extracting(FieldChange::getField, FieldChange::getAfter)
                .contains(
                        tuple("datePublished", "2022-03-13T01:42:07Z"),
                        tuple("datePublishedCertainty", null));
        assertThat(article.getRawRef().getTopic()).isEqualTo(Topics.RAW.name());
    }

    private List<EnrichedArticle> made(Cluster cluster) {
        return values(cluster, Topics.REVISIONS).stream()
                .filter(article -> article.getChange() == ChangeClass.REENRICHED)
                .toList();
    }

    private Reprocess reprocess(Cluster cluster, SettingValues settings, Optional<Step> step) {
        ReprocessRequest all = request(settings, claims());
        var request =
                new ReprocessRequest(
                        all.since(),
                        step,
                        all.steps(),
                        all.claims(),
                        all.shownMax(),
                        all.waitMax());
        return new Reprocess(cluster, request, _ -> {});
    }

    private ReprocessRequest request(SettingValues settings, ClaimStore claims) {
        return new ReprocessRequest(
                Instant.EPOCH,
                Optional.empty(),
                EnrichConfig.of(settings, directory).steps(),
                claims,
                5,
                Duration.ofSeconds(60));
    }

    private ClaimStore claims() {
        return new FileClaims(directory.resolve("data").resolve("claims"));
    }

    private AllInOne start(SettingValues settings) {
        return AllInOne.start(
                DataDirectory.open(directory.resolve("data")),
                new PipelineOptions(
                        0, 0, PipelineOptions.Images.NONE, settings, InstantSource.system()));
    }

    private Account run(AllInOne all, String source, String posts) throws InterruptedException {
        var settings = ReaderSettings.of(SourceId.of(source).orElseThrow(), "test");
        return new OnePass(all, new Silent())
                .take(List.of(directory.resolve(posts)), List.of(), settings);
    }

    private void write(String posts, String name, String text) throws IOException {
        Files.createDirectories(directory.resolve(posts));
        Files.writeString(directory.resolve(posts).resolve(name), text);
    }

    private static SettingValues settings(String corrections) {
        return AllSettings.read(
                Optional.empty(), Map.of("ENRICH_UTC_OFFSET_CORRECTIONS", corrections));
    }

    private static String counts(ReprocessReport report) {
        return "read %d same %d differ %d failed %d"
                .formatted(
                        report.of(Total.READ),
                        report.of(Total.SAME),
                        report.of(Total.DIFFER),
                        report.of(Total.FAILED));
    }

    private static <V extends SpecificRecord> List<V> values(Cluster cluster, Topic<V> topic) {
        List<V> values = new ArrayList<>();
        try (var serde = AvroSerde.of(topic, cluster.registry());
                LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(topic.name()),
                    record -> {
                        values.add(serde.deserializer().deserialize(topic.name(), record.value()));
                        return Next.GO_ON;
                    });
        }
        return values;
    }

    /** Tells nobody. */
    private static final class Silent implements PassProgress {

        @Override
        public void reading(long read, long published) {}

        @Override
        public void enriched(long decided, long published) {}

        @Override
        public void awaitingImages(long waiting, long published) {}
    }
}
