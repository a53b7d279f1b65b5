package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/** The error of a source's dates: learned from articles that agree, used, and unlearned. */
class LearnedOffsetTopologyTest {

    private static final LocalDateTime WALL_CLOCK = LocalDateTime.parse("2026-01-05T09:42:07");
    private static final DateTimeFormatter RFC_1123 =
            DateTimeFormatter.ofPattern("EEE, dd MMM yyyy HH:mm:ss 'GMT'", Locale.ENGLISH);
    private static final DateTimeFormatter DIGITS = DateTimeFormatter.ofPattern("yyyyMMddHHmmss");

    @TempDir Path state;

    @Test
    void whatThreeArticlesShowCorrectsTheFourth() {
        try (var topology = topology()) {
            for (int i = 0; i < 4; i++) {
                topology.offer(wallClock("tower", i));
            }

            List<EnrichedArticle> out = topology.enriched();
            assertThat(out)
                    .extracting(EnrichedArticle::getDatePublishedCertainty)
                    .containsExactly(
                            DateCertainty.EXPLICIT_OFFSET,
                            DateCertainty.EXPLICIT_OFFSET,
                            DateCertainty.EXPLICIT_OFFSET,
                            DateCertainty.CORRECTED_OFFSET);
            assertThat(out.getLast().getDatePublished())
                    .isEqualTo(Instant.parse("2026-01-08T01:42:07Z"));
            assertThat(out.getLast().getQuality())
                    .extracting(QualityFlag::getDetail)
                    .contains("corrected by PT-8H, as learned from 3 articles");
        }
    }

    @Test
    void aSourceIsNotCorrectedForAnother() {
        try (var topology = topology()) {
            for (int i = 0; i < 3; i++) {
                topology.offer(wallClock("tower", i));
            }
            topology.offer(wallClock("bridge", 3));

            assertThat(topology.enriched().getLast().getDatePublishedCertainty())
                    .isEqualTo(DateCertainty.EXPLICIT_OFFSET);
        }
    }

    @Test
    void theSameArticleAgainIsNoFurtherWitness() {
        try (var topology = topology()) {
            RawArticle article = wallClock("tower", 0);
            for (int i = 0; i < 3; i++) {
                topology.offer(
                        RawArticle.newBuilder(article).setContentHash("sha256:0" + i).build());
            }
            topology.offer(wallClock("tower", 3));

            assertThat(topology.enriched().getLast().getDatePublishedCertainty())
                    .isEqualTo(DateCertainty.EXPLICIT_OFFSET);
        }
    }

    @Test
    void anArticleWhoseOwnEvidenceContradictsIsLeftAloneAndUnlearns() {
        try (var topology = topology()) {
            for (int i = 0; i < 3; i++) {
                topology.offer(wallClock("tower", i));
            }
            LocalDateTime published = WALL_CLOCK.plusDays(3);
            topology.offer(article("tower", 3, published, published.plusHours(8).minusMinutes(3)));
            topology.offer(wallClock("tower", 4));

            assertThat(topology.enriched().subList(3, 5))
                    .extracting(EnrichedArticle::getDatePublished)
                    .containsExactly(
                            published.toInstant(ZoneOffset.UTC),
                            WALL_CLOCK.plusDays(4).toInstant(ZoneOffset.UTC));
        }
    }

    private DrivenTopology topology() {
        var enricher = new Enricher(EnrichSettings.defaults(), ClaimStore.none());
        return new DrivenTopology(state, ImageChecking.defaults(), enricher::enrich);
    }

    /** The wall clock of Shanghai, called GMT; the picture was uploaded minutes before. */
    private static RawArticle wallClock(String source, int number) {
        LocalDateTime at = WALL_CLOCK.plusDays(number);
        return article(source, number, at, at.minusMinutes(2 + 9L * number));
    }

    private static RawArticle article(
            String source, int number, LocalDateTime declared, LocalDateTime upload) {
        String picture = "https://img.example.cn/n/" + DIGITS.format(upload) + ".jpg";
        String id = "%s-%d".formatted(source, number);
        return RawArticle.newBuilder(Articles.withImages(id, "It left at " + number, picture))
                .setSource(Source.newBuilder().setSourceId(source).build())
                .setPublished(RFC_1123.format(declared))
                .build();
    }
}
