package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;

/** Raw articles through the topology: what goes out, and what the ledger says. */
class EnrichTopologyTest {

    private static final String ID = "00000000000000000000000000000001";
    private static final RawArticle FIRST =
            Articles.raw(ID, "It left at nine. It was full.").build();

    @TempDir Path state;

    @Test
    void anArticleWithoutImagesGoesOutCompleteAtOnce() {
        try (var topology = topology()) {
            topology.offer(FIRST);

            List<TestRecord<String, EnrichedArticle>> out = topology.records(Topics.ENRICHED);
            assertThat(out).hasSize(1);
            assertThat(out.getFirst().key()).isEqualTo(ID);
            assertThat(out.getFirst().getRecordTime()).isEqualTo(Articles.INGESTED);
            assertThat(out.getFirst().value())
                    .extracting(
                            EnrichedArticle::getVersion,
                            EnrichedArticle::getState,
                            EnrichedArticle::getChange,
                            EnrichedArticle::getVersionCreated)
                    .containsExactly(
                            1, EnrichmentState.COMPLETE, ChangeClass.NEW, DrivenTopology.NOW);
            assertThat(text(out.getFirst(), "ce_type")).isEqualTo("news.article.enriched.v1");
            assertThat(topology.revisions()).containsExactly(out.getFirst().value());
            assertThat(topology.outcomes())
                    .satisfiesExactly(o -> isOutcome(o, OutcomeKind.ENRICHED, 1));
        }
    }

    @Test
    void anArticleThatWaitsForNothingCostsTheStoreOfWhatWaitsNothing() {
        try (var topology = topology()) {
            topology.offer(FIRST);

            assertThat(topology.changed(ArticleStores.ARTICLES)).isTrue();
            assertThat(topology.changed(ArticleStores.PENDING)).isFalse();
            assertThat(topology.changed(ArticleStores.DEADLINES)).isFalse();
        }
    }

    @Test
    void theSameDocumentOnceMoreIsUnchangedAndACopyIsADuplicate() {
        try (var topology = topology()) {
            RawArticle copy = Articles.from("file:/inbox/copy.md", FIRST);

            topology.offer(FIRST);
            topology.offer(FIRST);
            topology.offer(copy);
            topology.offer(copy);

            assertThat(topology.enriched()).hasSize(1);
            assertThat(topology.revisions()).hasSize(1);
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind, ArticleOutcome::getVersion)
                    .containsExactly(
                            tuple(OutcomeKind.ENRICHED, 1),
                            tuple(OutcomeKind.UNCHANGED, 1),
                            tuple(OutcomeKind.DUPLICATE, 1),
                            tuple(OutcomeKind.UNCHANGED, 1));
        }
    }

    @Test
    void changedContentIsTheNextVersionAndKeepsWhatIsKnown() {
        try (var topology = topology()) {
            RawArticle changed =
                    Articles.raw(ID, "It never left. Nobody knows why.")
                            .setAltIds(List.of("b"))
                            .setIngestedAt(Articles.INGESTED.plusSeconds(60))
                            .build();

            topology.offer(RawArticle.newBuilder(FIRST).setAltIds(List.of("a")).build());
            topology.offer(changed);

            EnrichedArticle second = topology.enriched().getLast();
            assertThat(second.getVersion()).isEqualTo(2);
            assertThat(second.getChange()).isEqualTo(ChangeClass.MATERIAL);
            assertThat(second.getPreviousContentHash()).isEqualTo(FIRST.getContentHash());
            assertThat(second.getFirstCreated()).isEqualTo(Articles.INGESTED);
            assertThat(second.getAltIds()).containsExactly("a", "b");
            assertThat(topology.revisions()).hasSize(2);
        }
    }

    @Test
    void aRejectedArticleIsBuriedWithItsBytesUntouched() {
        var rejection = new Rejection(FailureCode.ARTICLE_EMPTY, "neither title nor body");
        try (var topology =
                new DrivenTopology(
                        state,
                        ImageChecking.defaults(),
                        _ -> new EnrichResult.Rejected(rejection))) {
            byte[] bytes = topology.bytes(Topics.RAW, FIRST);
            topology.offer(new TestRecord<>(ID, bytes, replayedOnce(), Articles.INGESTED));

            List<TestRecord<String, DeadLetter>> letters =
                    topology.records(Topics.ENRICH_DEAD_LETTERS);
            DeadLetter letter = letters.getFirst().value();
            assertThat(letters).hasSize(1);
            assertThat(letters.getFirst().key()).isEqualTo(ID);
            assertThat(letter.getOriginalValue().array()).isEqualTo(bytes);
            assertThat(letter.getCode()).isEqualTo("ARTICLE_EMPTY");
            assertThat(letter.getStage()).isEqualTo(FailureStage.ENRICH_PROCESS);
            assertThat(letter.getSourceId()).isEqualTo("harbour-news");
            assertThat(letter.getReplayCount()).isEqualTo(1);
            assertThat(text(letters.getFirst(), "__streams.errors.topic"))
                    .isEqualTo(Topics.RAW.name());
            assertThat(text(letters.getFirst(), "__streams.errors.offset")).isEqualTo("0");
            assertThat(text(letters.getFirst(), "traceparent")).isEqualTo("00-trace");
            isBuried(topology.outcomes(), letter);
            assertThat(topology.enriched()).isEmpty();
        }
    }

    @Test
    void bytesThatAreNoAvroAreBuriedAndTheNextArticleGoesOn() {
        try (var topology = topology()) {
            byte[] poison = "\0\0\0\0\1 not avro".getBytes(StandardCharsets.UTF_8);
            topology.offer(ID, poison);
            topology.offer(FIRST);

            DeadLetter letter = topology.deadLetters().getFirst();
            assertThat(letter.getCode()).isEqualTo("AVRO_CORRUPT");
            assertThat(letter.getStage()).isEqualTo(FailureStage.ENRICH_DESERIALIZE);
            assertThat(letter.getOriginalValue().array()).isEqualTo(poison);
            assertThat(topology.enriched()).hasSize(1);
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(OutcomeKind.BURIED, OutcomeKind.ENRICHED);
        }
    }

    @Test
    void anUnknownSchemaAMissingValueAndAForeignKeyAreBuried() {
        try (var topology = topology()) {
            topology.offer(ID, new byte[] {0, 0, 0, 99, 99, 1});
            topology.offer(new TestRecord<>(null, null, Articles.INGESTED));
            topology.offer("another key", topology.bytes(Topics.RAW, FIRST));

            assertThat(topology.deadLetters())
                    .extracting(DeadLetter::getCode)
                    .containsExactly("SCHEMA_UNKNOWN", "AVRO_CORRUPT", "KEY_MISMATCH");
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsOnly(OutcomeKind.BURIED)
                    .hasSize(3);
        }
    }

    @Test
    void aDefectBuriesItsRecordAndNoOther() {
        try (var topology =
                new DrivenTopology(
                        state,
                        ImageChecking.defaults(),
                        input -> {
                            if (input.raw().getTitle() == null) {
                                throw new IllegalStateException("a defect");
                            }
                            return Articles.copy(input);
                        })) {
            RawArticle broken = Articles.raw("broken", "x").setTitle(null).build();
            byte[] bytes = topology.bytes(Topics.RAW, broken);
            topology.offer(broken);
            topology.offer(FIRST);

            DeadLetter letter = topology.deadLetters().getFirst();
            assertThat(letter.getCode()).isEqualTo("DEFECT");
            assertThat(letter.getExceptionClass()).isEqualTo(IllegalStateException.class.getName());
            assertThat(letter.getStackTrace()).contains("EnrichTopologyTest");
            assertThat(letter.getOriginalValue().array()).isEqualTo(bytes);
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(OutcomeKind.BURIED, OutcomeKind.ENRICHED);
        }
    }

    @Test
    void anArticleThatGrewOverTheLimitIsBuriedBeforeItIsSent() {
        try (var topology =
                new DrivenTopology(
                        state,
                        ImageChecking.defaults(),
                        input ->
                                switch (Articles.copy(input)) {
                                    case EnrichResult.Kept(var article, _) ->
                                            new EnrichResult.Kept(
                                                    EnrichedArticle.newBuilder(article)
                                                            .setArticleBodyHtml(
                                                                    "x".repeat(5_000_000))
                                                            .build());
                                    case EnrichResult.Rejected rejected -> rejected;
                                })) {
            topology.offer(FIRST);

            assertThat(topology.deadLetters())
                    .extracting(DeadLetter::getCode)
                    .containsExactly("RECORD_TOO_LARGE");
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(OutcomeKind.BURIED);
            assertThat(topology.enriched()).isEmpty();
            assertThat(topology.revisions()).isEmpty();
        }
    }

    private DrivenTopology topology() {
        return new DrivenTopology(state, ImageChecking.defaults(), Articles::copy);
    }

    private static RecordHeaders replayedOnce() {
        RecordHeaders headers = new RecordHeaders();
        headers.add("news-replay-count", "1".getBytes(StandardCharsets.UTF_8));
        headers.add("traceparent", "00-trace".getBytes(StandardCharsets.UTF_8));
        return headers;
    }

    private static String text(TestRecord<?, ?> record, String header) {
        return new String(record.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }

    private static void isOutcome(ArticleOutcome outcome, OutcomeKind kind, int version) {
        assertThat(outcome.getKind()).isEqualTo(kind);
        assertThat(outcome.getVersion()).isEqualTo(version);
        assertThat(outcome.getArticleId()).isEqualTo(ID);
        assertThat(outcome.getSourceId()).isEqualTo("harbour-news");
        assertThat(outcome.getRawRef().getTopic()).isEqualTo(Topics.RAW.name());
    }

    private static void isBuried(List<ArticleOutcome> outcomes, DeadLetter letter) {
        assertThat(outcomes)
                .extracting(ArticleOutcome::getKind, ArticleOutcome::getDeadLetterId)
                .containsExactly(tuple(OutcomeKind.BURIED, letter.getDeadLetterId()));
    }
}
