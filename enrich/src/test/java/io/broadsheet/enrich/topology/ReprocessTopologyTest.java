package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.broadsheet.enrich.EnrichInput;
import io.broadsheet.enrich.EnrichResult;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.revision.Substance;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.FieldChange;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Reprocessing;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.util.List;

/** Raw articles that are enriched anew after the steps have learned something. */
class ReprocessTopologyTest {

    private static final String ID = "00000000000000000000000000000001";
    private static final RawArticle FIRST =
            Articles.raw(ID, "It left at nine. It was full.").build();
    private static final RecordRef RAW = new RecordRef(Topics.RAW.name(), 0, 0L);
    private static final String LEAD = "https://img.example/lead.png";
    private static final String INLINE = "https://img.example/inline.png";

    @TempDir Path state;
    private String language = "en";

    @Test
    void whatTheStepsSayOtherwiseIsTheNextVersionOfTheSameContent() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            EnrichedArticle first = topology.enriched().getLast();
            language = "nl";
            topology.revisions();
            topology.outcomes();

            topology.reprocess(asking(FIRST, first));

            EnrichedArticle second = topology.enriched().getLast();
            assertThat(second)
                    .extracting(
                            EnrichedArticle::getVersion,
                            EnrichedArticle::getChange,
                            EnrichedArticle::getInLanguage,
                            EnrichedArticle::getContentHash,
                            EnrichedArticle::getRawRef,
                            EnrichedArticle::getFirstCreated)
                    .containsExactly(
                            2,
                            ChangeClass.REENRICHED,
                            "nl",
                            first.getContentHash(),
                            RAW,
                            first.getFirstCreated());
            assertThat(second.getChanges())
                    .containsExactly(FieldChange.newBuilder().setField("inLanguage").build());
            assertThat(topology.revisions()).containsExactly(second);
            assertThat(topology.outcomes())
                    .satisfiesExactly(outcome -> {
                        assertThat(outcome.getKind()).isEqualTo(OutcomeKind.ENRICHED);
                        assertThat(outcome.getVersion()).isEqualTo(2);
                        assertThat(outcome.getRawRef().getTopic())
                                .isEqualTo(Topics.REPROCESS.name());
                    });
        }
    }

    @Test
    void askedTwiceOrForWhatIsNoLongerTheLatestNothingGoesOut() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            EnrichedArticle first = topology.enriched().getLast();
            language = "nl";
            Reprocessing request = asking(FIRST, first);
            topology.reprocess(request);
            topology.reprocess(request);
            topology.reprocess(asking(Articles.raw("unknown", "Words.").build(), first));

            assertThat(topology.enriched()).hasSize(1);
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind, ArticleOutcome::getVersion)
                    .containsExactly(
                            tuple(OutcomeKind.ENRICHED, 1),
                            tuple(OutcomeKind.ENRICHED, 2),
                            tuple(OutcomeKind.SUPERSEDED, 2),
                            tuple(OutcomeKind.SUPERSEDED, null));
        }
    }

    @Test
    void whereTheStepsAreOthersThanThoseOfTheOneWhoAskedNothingGoesOut() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            EnrichedArticle first = topology.enriched().getLast();
            language = "nl";
            Reprocessing request = asking(FIRST, first);
            language = "de";

            topology.reprocess(request);

            assertThat(topology.enriched()).isEmpty();
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(OutcomeKind.ENRICHED, OutcomeKind.UNCHANGED);
        }
    }

    @Test
    void theSameRawArticleAfterwardsIsStillUnchangedAndOtherContentTheNextVersion() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            EnrichedArticle first = topology.enriched().getLast();
            language = "nl";
            topology.reprocess(asking(FIRST, first));

            topology.offer(FIRST);
            topology.offer(Articles.raw(ID, "Other words altogether.").build());

            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getVersion, EnrichedArticle::getChange)
                    .containsExactly(
                            tuple(2, ChangeClass.REENRICHED), tuple(3, ChangeClass.MATERIAL));
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(
                            OutcomeKind.ENRICHED,
                            OutcomeKind.ENRICHED,
                            OutcomeKind.UNCHANGED,
                            OutcomeKind.ENRICHED);
        }
    }

    @Test
    void imagesThatWereCheckedAreNotAskedForAgainAndAreStillWatched() {
        RawArticle raw = Articles.withImages(ID, "Words.", LEAD, INLINE);
        try (var topology = topology()) {
            topology.offer(raw);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.NOT_FOUND));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));
            EnrichedArticle complete = topology.enriched().getLast();
            topology.requests();
            language = "nl";

            topology.reprocess(asking(raw, complete));

            EnrichedArticle third = topology.enriched().getLast();
            assertThat(topology.requests()).isEmpty();
            assertThat(third.getVersion()).isEqualTo(3);
            assertThat(third.getState()).isEqualTo(EnrichmentState.COMPLETE);
            assertThat(third.getImages()).isEqualTo(complete.getImages());
            assertThat(third.getPrimaryImageId()).isEqualTo(Articles.imageId(INLINE));
            assertThat(third.getQuality()).isEqualTo(complete.getQuality());

            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            EnrichedArticle fourth = topology.enriched().getLast();
            assertThat(fourth.getVersion()).isEqualTo(4);
            assertThat(fourth.getInLanguage()).isEqualTo("nl");
            assertThat(fourth.getPrimaryImageId()).isEqualTo(Articles.imageId(LEAD));
        }
    }

    @Test
    void anImageThatWasNeverCheckedIsAskedForAndTheArticleWaits() {
        RawArticle raw = Articles.withImages(ID, "Words.", LEAD, INLINE);
        try (var topology = topology()) {
            topology.offer(raw);
            topology.answer(Articles.answer(ID, LEAD, ImageVerdict.OK));
            EnrichedArticle partial = topology.enriched().getLast();
            ArticleImage lead =
                    ArticleImage.newBuilder(partial.getImages().getFirst())
                            .setVerdict(ImageVerdict.OK)
                            .build();
            topology.requests();
            language = "nl";

            topology.reprocess(
                    Reprocessing.newBuilder(asking(raw, partial))
                            .setImages(List.of(lead, partial.getImages().getLast()))
                            .build());

            assertThat(topology.requests())
                    .extracting(request -> request.getImageId())
                    .containsExactly(Articles.imageId(INLINE));
            topology.answer(Articles.answer(ID, INLINE, ImageVerdict.OK));
            assertThat(topology.enriched())
                    .extracting(EnrichedArticle::getVersion, EnrichedArticle::getState)
                    .containsExactly(
                            tuple(2, EnrichmentState.PARTIAL), tuple(3, EnrichmentState.COMPLETE));
        }
    }

    @Test
    void whatTheStepsRejectAndWhatNobodyCanReadIsBuriedAndTheVersionStays() {
        try (var topology = topology()) {
            topology.offer(FIRST);
            EnrichedArticle first = topology.enriched().getLast();
            Reprocessing request = asking(FIRST, first);
            language = "";

            topology.reprocess(request);
            topology.reprocess(
                    Reprocessing.newBuilder(request)
                            .setArticle(Articles.raw("other", "Words.").build())
                            .build());

            assertThat(topology.enriched()).isEmpty();
            assertThat(topology.deadLetters())
                    .extracting(DeadLetter::getCode, letter -> letter.getOrigin().getTopic())
                    .containsExactly(tuple("DEFECT", Topics.REPROCESS.name()));
            assertThat(topology.outcomes())
                    .extracting(ArticleOutcome::getKind)
                    .containsExactly(
                            OutcomeKind.ENRICHED, OutcomeKind.BURIED, OutcomeKind.SUPERSEDED);
        }
    }

    private DrivenTopology topology() {
        return new DrivenTopology(state, ImageChecking.defaults(), this::steps);
    }

    /** What a tool asks for that compared this version with what the steps say now. */
    private Reprocessing asking(RawArticle raw, EnrichedArticle compared) {
        var input = new EnrichInput(raw, RAW, Articles.INGESTED);
        if (!(steps(input) instanceof EnrichResult.Kept(EnrichedArticle fresh, _))) {
            throw new AssertionError("not enriched");
        }
        return Reprocessing.newBuilder()
                .setRunId("run")
                .setRawRef(RAW)
                .setSeenAt(Articles.INGESTED)
                .setArticle(raw)
                .setVersion(compared.getVersion())
                .setExpected(Substance.of(fresh).digest())
                .setFields(Substance.of(fresh).differences(Substance.of(compared)))
                .setImages(compared.getImages())
                .build();
    }

    /** Says that every article is in the language of the day; without one it fails. */
    private EnrichResult steps(EnrichInput input) {
        if (language.isEmpty()) {
            return new EnrichResult.Rejected(new Rejection(FailureCode.DEFECT, "language"));
        }
        return switch (Articles.copy(input)) {
            case EnrichResult.Kept(var article, var print) ->
                    new EnrichResult.Kept(
                            EnrichedArticle.newBuilder(article).setInLanguage(language).build(),
                            print);
            case EnrichResult.Rejected rejected -> rejected;
        };
    }
}
