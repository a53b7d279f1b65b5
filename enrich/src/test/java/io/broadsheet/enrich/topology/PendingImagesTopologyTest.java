package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** Articles that wait for their images: asked, answered, late, too many. */
class PendingImagesTopologyTest {

    private static final String ID = "00000000000000000000000000000001";
    private static final String LEAD = "https://img.example.com/lead.png";
    private static final String INLINE = "https://cdn.example.com/inline.png";
    private static final Duration WAIT = Duration.ofMinutes(2);
    private static final RawArticle ARTICLE =
            Articles.withImages(ID, "It left at nine.", LEAD, INLINE, LEAD);

    @TempDir Path state;

    @Test
    void anArticleGoesOutAtOnceAndEachImageIsAskedForOnce() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);

            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getState, EnrichedArticle::getPrimaryImageId)
                    .containsExactly(tuple(EnrichmentState.PARTIAL, null));
            List<TestRecord<String, ImageCheckRequest>> requests =
                    topology.records(Topics.IMAGE_CHECK_REQUESTS);
            assertThat(requests)
                    .extracting(TestRecord::key, request -> request.value().getUrl())
                    .containsExactly(tuple("example.com", LEAD), tuple("example.com", INLINE));
            assertThat(requests.getFirst().value().getDeadline())
                    .isEqualTo(DrivenTopology.NOW.plus(WAIT));
        }
    }

    @Test
    void theLastAnswerCompletesTheArticleAsItsNextVersion() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));
            assertThat(topology.enriched()).hasSize(1);

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.NOT_FOUND));

            List<TestRecord<String, EnrichedArticle>> out = topology.records(Topics.ENRICHED);
            EnrichedArticle complete = out.getLast().value();
            assertThat(out.getLast().getRecordTime()).isEqualTo(Articles.INGESTED);
            assertThat(complete.getVersion()).isEqualTo(2);
            assertThat(complete.getState()).isEqualTo(EnrichmentState.COMPLETE);
            assertThat(complete.getChange()).isEqualTo(ChangeClass.REENRICHED);
            assertThat(complete.getPrimaryImageId()).isEqualTo(Articles.imageId(INLINE));
            assertThat(complete.getQuality())
                    .extracting(QualityFlag::getCode)
                    .contains("IMAGE_UNUSABLE", "LEAD_IMAGE_UNUSABLE");
            assertThat(complete.getImages())
                    .extracting(ArticleImage::getVerdict, ArticleImage::getWidth)
                    .contains(tuple(ImageVerdict.OK, 640), tuple(ImageVerdict.NOT_FOUND, 640));
            assertThat(topology.outcomes()).hasSize(1);
        }
    }

    @Test
    void theFirstAnswerForAnImageCountsAndTheOthersAreCounted() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.GONE));
            topology.answer(Articles.answer("nobody", LEAD, ImageVerdict.GONE));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));

            List<EnrichedArticle> out = topology.enriched();
            assertThat(out).hasSize(2);
            assertThat(out.getLast().getPrimaryImageId()).isEqualTo(Articles.imageId(LEAD));
            assertThat(topology.metric("unawaited-total")).isEqualTo(3);
        }
    }

    @Test
    void atTheDeadlineTheArticleGoesOnWithGaps() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.passTime(WAIT.minusSeconds(2));
            assertThat(topology.enriched()).hasSize(1);

            topology.passTime(Duration.ofSeconds(3));

            assertThat(topology.revisions())
                    .extracting(EnrichedArticle::getVersion, EnrichedArticle::getState)
                    .containsExactly(
                            tuple(1, EnrichmentState.PARTIAL),
                            tuple(2, EnrichmentState.COMPLETE_WITH_GAPS));
            assertThat(topology.enriched().getLast().getImages())
                    .extracting(ArticleImage::getVerdict)
                    .containsExactly(
                            ImageVerdict.OK, ImageVerdict.DEADLINE_EXCEEDED, ImageVerdict.OK);
        }
    }

    @Test
    void aDefectAtADeadlineBuriesItsVersionAndNoOther() {
        byte[] broken = {9, 9};
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.offer(Articles.withImages("f".repeat(32), "It came at ten.", LEAD));
            spoil(topology, broken);

            topology.passTime(WAIT.plusSeconds(1));
            topology.passTime(WAIT);

            DeadLetter letter = topology.deadLetters().getFirst();
            assertThat(letter.getCode()).isEqualTo("DEFECT");
            assertThat(letter.getArticleId()).isEqualTo(ID);
            assertThat(letter.getStackTrace()).contains("ImageDesk.expire");
            assertThat(letter.getOriginalValue().array()).isEqualTo(broken);
            assertThat(topology.deadLetters()).isEmpty();
            assertThat(topology.enriched())
                    .filteredOn(article -> article.getVersion() == 2)
                    .extracting(EnrichedArticle::getArticleId)
                    .containsExactly("f".repeat(32));
        }
    }

    @Test
    void aDefectAtAnAnswerLeavesTheArticleWaiting() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(Articles.withImages(ID, "It left at nine.", LEAD));
            spoil(topology, new byte[] {9, 9});

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));

            assertThat(topology.deadLetters())
                    .extracting(DeadLetter::getCode)
                    .containsExactly("DEFECT");
            assertThat(topology.<PendingArticle>store(ArticleStores.PENDING).get(ID)).isNotNull();
        }
    }

    private static void spoil(DrivenTopology topology, byte[] article) {
        KeyValueStore<String, PendingArticle> pending = topology.store(ArticleStores.PENDING);
        pending.put(
                ID,
                PendingArticle.newBuilder(pending.get(ID))
                        .setArticle(ByteBuffer.wrap(article))
                        .build());
    }

    @Test
    void anAnswerAfterTheDeadlineClosesTheGap() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.passTime(WAIT.plusSeconds(1));

            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));

            assertThat(topology.revisions())
                    .extracting(EnrichedArticle::getVersion, EnrichedArticle::getState)
                    .containsExactly(
                            tuple(1, EnrichmentState.PARTIAL),
                            tuple(2, EnrichmentState.COMPLETE_WITH_GAPS),
                            tuple(3, EnrichmentState.COMPLETE));
        }
    }

    @Test
    void aVerdictThatFlipsMakesTheNextVersionAndTheSameAgainMakesNone() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.GONE));
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.GONE));

            List<EnrichedArticle> out = topology.enriched();
            assertThat(out).hasSize(3);
            assertThat(out.getLast().getVersion()).isEqualTo(3);
            assertThat(out.getLast().getPrimaryImageId()).isEqualTo(Articles.imageId(INLINE));
            assertThat(out.getLast().getQuality())
                    .extracting(QualityFlag::getCode)
                    .contains("LEAD_IMAGE_UNUSABLE");

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            assertThat(topology.enriched().getLast().getPrimaryImageId())
                    .isEqualTo(Articles.imageId(LEAD));
        }
    }

    @Test
    void afterFiveWeeksNobodyWatchesTheImagesOfAnArticle() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(Articles.withImages(ID, "One.", LEAD));
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.passTime(Duration.ofDays(36));

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.GONE));

            assertThat(topology.enriched()).hasSize(2);
            assertThat(topology.metric("unawaited-total")).isEqualTo(1);
        }
    }

    @Test
    void aNewerVersionIsNotCorrectedByAnswersToTheOlder() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(Articles.withImages(ID, "One.", LEAD));
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.offer(Articles.raw(ID, "No image any more.").build());

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.GONE));

            assertThat(topology.enriched()).hasSize(3);
        }
    }

    @Test
    void aNewerVersionTakesThePlaceOfTheWaitingOne() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.offer(Articles.withImages(ID, "It never left at all.", INLINE));
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));
            topology.passTime(WAIT.plusSeconds(1));

            assertThat(topology.revisions())
                    .extracting(
                            EnrichedArticle::getVersion,
                            EnrichedArticle::getState,
                            EnrichedArticle::getArticleBody)
                    .containsExactly(
                            tuple(1, EnrichmentState.PARTIAL, "It left at nine."),
                            tuple(2, EnrichmentState.PARTIAL, "It never left at all."),
                            tuple(3, EnrichmentState.COMPLETE, "It never left at all."));
        }
    }

    @Test
    void withoutChecksNothingIsAskedAndImagesSaySo() {
        try (var topology = topology(ImageChecking.disabled())) {
            topology.offer(ARTICLE);
            topology.offer(Articles.raw("plain", "No image.").build());

            assertThat(topology.requests()).isEmpty();
            List<EnrichedArticle> out = topology.enriched();
            assertThat(out)
                    .extracting(EnrichedArticle::getState)
                    .containsExactly(EnrichmentState.COMPLETE_WITH_GAPS, EnrichmentState.COMPLETE);
            assertThat(out.getFirst().getImages())
                    .extracting(ArticleImage::getVerdict)
                    .containsOnly(ImageVerdict.CHECKS_DISABLED);
        }
    }

    @Test
    void overTheLimitArticlesDoNotWaitUntilOthersAreDone() {
        try (var topology = topology(new ImageChecking(true, WAIT, 1))) {
            topology.offer(Articles.withImages("a", "One.", LEAD));
            topology.offer(Articles.withImages("b", "Two.", LEAD));
            topology.answer(Articles.answer("a", LEAD, ImageVerdict.OK));
            topology.offer(Articles.withImages("c", "Three.", LEAD));

            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getArticleId, EnrichedArticle::getState)
                    .containsExactly(
                            tuple("a", EnrichmentState.PARTIAL),
                            tuple("b", EnrichmentState.COMPLETE_WITH_GAPS),
                            tuple("a", EnrichmentState.COMPLETE),
                            tuple("c", EnrichmentState.PARTIAL));
        }
    }

    @Test
    void aSmallLeadDoesNotLead() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.offer(ARTICLE);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.TOO_SMALL));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));

            EnrichedArticle complete = topology.enriched().getLast();
            assertThat(complete.getPrimaryImageId()).isEqualTo(Articles.imageId(INLINE));
            assertThat(complete.getQuality())
                    .extracting(QualityFlag::getCode)
                    .containsExactly("LEAD_IMAGE_UNUSABLE");
        }
    }

    @Test
    void anAnswerThatNobodyCanReadIsBuriedAndTheLedgerStaysAsItIs() {
        try (var topology = topology(ImageChecking.defaults())) {
            topology.answer(ID, new byte[] {1, 2, 3});

            List<TestRecord<String, DeadLetter>> letters =
                    topology.records(Topics.ENRICH_DEAD_LETTERS);
            assertThat(letters.getFirst().value().getCode()).isEqualTo("AVRO_CORRUPT");
            assertThat(letters.getFirst().value().getOriginalHeaders()).isEmpty();
            assertThat(letters.getFirst().getRecordTime()).isEqualTo(DrivenTopology.NOW);
            assertThat(topology.outcomes()).isEmpty();
        }
    }

    @Test
    void theTraceOutlivesTheWaiting() {
        try (var topology = topology(ImageChecking.defaults())) {
            RecordHeaders headers = new RecordHeaders();
            headers.add("traceparent", "00-trace".getBytes(StandardCharsets.UTF_8));
            byte[] bytes = topology.bytes(Topics.RAW, ARTICLE);
            topology.offer(new TestRecord<>(ID, bytes, headers, Articles.INGESTED));
            topology.passTime(WAIT.plusSeconds(1));

            assertThat(topology.records(Topics.ENRICHED))
                    .allSatisfy(record ->
                            assertThat(record.headers().lastHeader("traceparent").value())
                                    .asString()
                                    .isEqualTo("00-trace"))
                    .hasSize(2);
        }
    }

    private DrivenTopology topology(ImageChecking checking) {
        return new DrivenTopology(state, checking, Articles::copy);
    }
}
