package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** What counts when two versions of an article are compared. */
class SubstanceTest {

    static {
        ContractClasses.trust();
    }

    private static final Instant SEEN = Instant.parse("2026-02-03T04:05:06Z");

    @Test
    void anotherVersionWithItsImagesCheckedIsOfTheSameSubstance() {
        EnrichedArticle partial = article().build();
        EnrichedArticle complete =
                article()
                        .setVersion(2)
                        .setChange(ChangeClass.REENRICHED)
                        .setState(EnrichmentState.COMPLETE)
                        .setVersionCreated(SEEN.plusSeconds(60))
                        .setPrimaryImageId("i")
                        .setAltIds(List.of("file:a.md"))
                        .setImages(
                                List.of(
                                        ArticleImage.newBuilder(image())
                                                .setVerdict(ImageVerdict.OK)
                                                .setOutcome(ImageOutcome.USABLE)
                                                .setWidth(640)
                                                .setCheckedAt(SEEN)
                                                .build()))
                        .build();

        assertThat(Substance.of(complete)).isEqualTo(Substance.of(partial));
        assertThat(Substance.of(complete).digest()).isEqualTo(Substance.of(partial).digest());
    }

    @Test
    void whatAStepSaysIsToldByFieldAndSoAreItsFlags() {
        EnrichedArticle other =
                article()
                        .setDatePublished(SEEN)
                        .setQuality(List.of(QualityCode.DATE_TZ_SUSPECT.on("datePublished")))
                        .build();

        List<String> fields = Substance.of(other).differences(Substance.of(article().build()));

        assertThat(fields).containsExactly("datePublished", "quality.datePublished");
        assertThat(fields)
                .map(Substance::stepOf)
                .allMatch(step -> step.orElseThrow() == Step.DATES);
        assertThat(Substance.of(other).digest())
                .isNotEqualTo(Substance.of(article().build()).digest());
    }

    @Test
    void neitherTheOrderOfAMapNorWhatATopicDoesNotKeepIsADifference() {
        EnrichedArticle precise = article().setDatePublished(SEEN.plusNanos(1_000)).build();
        EnrichedArticle rounded = article().setDatePublished(SEEN).build();

        assertThat(Substance.of(precise).differences(Substance.of(rounded))).isEmpty();
        assertThat(Substance.of(article().setExtensions(Map.of("a", "1", "b", "2")).build()))
                .isEqualTo(
                        Substance.of(article().setExtensions(Map.of("b", "2", "a", "1")).build()));
    }

    @Test
    void howManyArticlesHaveTaughtACorrectionIsNoDifferenceAndTheCorrectionIs() {
        assertThat(corrected("-8h, as learned from 3 articles"))
                .isEqualTo(corrected("-8h, as learned from 16 articles"))
                .isNotEqualTo(corrected("-9h, as learned from 3 articles"));
    }

    private static Substance corrected(String detail) {
        return Substance.of(
                article()
                        .setQuality(
                                List.of(QualityCode.DATE_TZ_SUSPECT.on("datePublished", detail)))
                        .build());
    }

    private static EnrichedArticle.Builder article() {
        return EnrichedArticle.newBuilder()
                .setArticleId("a")
                .setVersion(1)
                .setContentHash("sha256:0")
                .setSource(Source.newBuilder().setSourceId("harbour-news").build())
                .setHeadline("The ferry is late")
                .setImages(List.of(image()))
                .setFirstCreated(SEEN)
                .setVersionCreated(SEEN)
                .setRawRef(new RecordRef("raw", 0, 0L));
    }

    private static ArticleImage image() {
        return ArticleImage.newBuilder()
                .setImageId("i")
                .setUrl("https://img.example/i.png")
                .setVerdict(ImageVerdict.PENDING)
                .setOutcome(ImageOutcome.UNCHECKED)
                .build();
    }
}
