package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/**
 * Articles that are withdrawn, and content that differs in nothing but noise, by the real steps.
 */
class RetractionTopologyTest {

    private static final String ID = "00000000000000000000000000000001";
    private static final String PICTURE = "https://img.example/lead.png";
    private static final RawArticle FIRST = Articles.raw(ID, "<p>It left at nine.</p>").build();

    @TempDir Path state;

    @Test
    void theLastVersionSaysThatItIsWithdrawnAndATombstoneFollows() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            topology.offer(withdrawn("canceled"));

            List<TestRecord<String, EnrichedArticle>> enriched = topology.records(Topics.ENRICHED);
            assertThat(enriched).hasSize(3);
            EnrichedArticle last = enriched.get(1).value();
            assertThat(last)
                    .extracting(
                            EnrichedArticle::getVersion,
                            EnrichedArticle::getChange,
                            EnrichedArticle::getPubStatus,
                            EnrichedArticle::getArticleBody)
                    .containsExactly(2, ChangeClass.RETRACTION, PubStatus.CANCELED, null);
            assertThat(last.getChanges())
                    .containsExactly(new FieldChange("pubStatus", "USABLE", "CANCELED"));
            assertThat(enriched.getLast().key()).isEqualTo(ID);
            assertThat(enriched.getLast().value()).isNull();
            assertThat(topology.revisions()).hasSize(2).last().isEqualTo(last);
            assertThat(kinds(topology)).containsExactly(OutcomeKind.ENRICHED, OutcomeKind.ENRICHED);
        }
    }

    @Test
    void aRetractionThatIsRepeatedOrOfWhatWasNeverOutIsOnlyCounted() {
        try (var topology = topology()) {
            topology.offer(withdrawn("canceled"));
            topology.offer(FIRST);
            topology.offer(withdrawn("canceled"));
            topology.offer(withdrawn("canceled"));
            topology.offer(withdrawn("retracted"));

            assertThat(topology.records(Topics.ENRICHED)).hasSize(3);
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind, ArticleOutcome::getVersion)
                    .containsExactly(
                            tuple(OutcomeKind.UNCHANGED, null),
                            tuple(OutcomeKind.ENRICHED, 1),
                            tuple(OutcomeKind.ENRICHED, 2),
                            tuple(OutcomeKind.UNCHANGED, 2),
                            tuple(OutcomeKind.UNCHANGED, 2));
        }
    }

    @Test
    void whatIsPublishedAgainIsTheNextVersion() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            topology.offer(withdrawn("deleted"));
            topology.records(Topics.ENRICHED);

            topology.offer(FIRST);

            EnrichedArticle third = topology.enriched().getLast();
            assertThat(third.getVersion()).isEqualTo(3);
            assertThat(third.getChange()).isEqualTo(ChangeClass.MATERIAL);
            assertThat(third.getFirstCreated()).isEqualTo(Articles.INGESTED);
            assertThat(third.getChanges())
                    .contains(new FieldChange("pubStatus", "CANCELED", "USABLE"));
        }
    }

    @Test
    void whatIsWithheldStaysWithAMaterialChange() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            topology.offer(
                    RawArticle.newBuilder(FIRST)
                            .setContentHash("sha256:withheld")
                            .setQuality(List.of(status("draft: true")))
                            .build());

            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getPubStatus, EnrichedArticle::getChange)
                    .containsExactly(
                            tuple(PubStatus.USABLE, ChangeClass.NEW),
                            tuple(PubStatus.WITHHELD, ChangeClass.MATERIAL));
        }
    }

    @Test
    void answersForImagesOfAWithdrawnArticleMakeNoVersion() {
        try (var topology = topology()) {
            RawArticle raw = Articles.withImages(ID, "<p>Words.</p>", PICTURE);
            topology.offer(raw);
            String imageId = topology.enriched().getLast().getImages().getFirst().getImageId();
            topology.requests();
            topology.offer(withdrawn("canceled"));
            topology.records(Topics.ENRICHED);

            var answer = Articles.answer(ID, PICTURE, ImageVerdict.OK);
            topology.answer(
                    ImageCheckResult.newBuilder(answer)
                            .setCheck(
                                    ImageCheck.newBuilder(answer.getCheck())
                                            .setImageId(imageId)
                                            .build())
                            .build());

            assertThat(topology.requests()).isEmpty();
            assertThat(topology.records(Topics.ENRICHED)).isEmpty();
        }
    }

    @Test
    void contentThatDiffersInNothingButNoiseIsCountedAsUnchanged() {
        String page = "<p>%d hours ago</p><p>It left at nine with %d people.</p><p>%d comments</p>";
        try (var topology = topology()) {
            topology.offer(body(page.formatted(3, 40, 12)));
            topology.offer(body(page.formatted(4, 40, 15)));
            topology.offer(body(page.formatted(4, 40, 15)));
            topology.offer(body(page.formatted(4, 41, 15)));

            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getVersion)
                    .containsExactly(1, 2);
            assertThat(kinds(topology))
                    .containsExactly(
                            OutcomeKind.ENRICHED,
                            OutcomeKind.UNCHANGED,
                            OutcomeKind.UNCHANGED,
                            OutcomeKind.ENRICHED);
        }
    }

    private DrivenTopology topology() {
        var enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());
        return new DrivenTopology(state, ImageChecking.defaults(), enricher::enrich);
    }

    private static List<OutcomeKind> kinds(DrivenTopology topology) {
        return topology.outcomes().stream().map(ArticleOutcome::getKind).toList();
    }

    private static RawArticle body(String body) {
        return Articles.raw(ID, body).build();
    }

    private static RawArticle withdrawn(String status) {
        return Articles.raw(ID, "")
                .setTitle(null)
                .setContent(null)
                .setContentHash(Sha256.tagged(status))
                .setQuality(List.of(status(status)))
                .build();
    }

    private static QualityFlag status(String detail) {
        return QualityFlag.newBuilder()
                .setCode("PUB_STATUS_NOT_USABLE")
                .setField("pubStatus")
                .setDetail(detail)
                .build();
    }
}
