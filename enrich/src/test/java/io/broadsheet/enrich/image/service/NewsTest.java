package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.check.CheckTarget;
import io.broadsheet.enrich.image.check.ImageChecker;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What articles hear of, and which of them. */
class NewsTest {

    private static final Instant NOW = Instant.parse("2026-03-13T00:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "NOT_FOUND, false, OK, true, true",
        "OK, true, OK, true, false",
        "OK, true, OK_INSECURE, true, true",
        "OK, true, NOT_FOUND, false, false",
        "OK, true, NOT_FOUND, true, true",
        "OK, true, TIMEOUT, false, false",
        "TIMEOUT, false, DNS_FAILURE, false, false",
        "TIMEOUT, false, NOT_FOUND, false, true",
        "TIMEOUT, false, TIMEOUT, true, true",
        "DEADLINE_EXCEEDED, false, TIMEOUT, false, true",
        "DEADLINE_EXCEEDED, false, OK, true, true",
        "OK, true, BLOCKED_ADDRESS, true, true",
        "OK, true, PLACEHOLDER, true, true"
    })
    void aChangeIsNewsOnlyIfItIsOneForSure(
            ImageVerdict before,
            boolean settled,
            ImageVerdict after,
            boolean settles,
            boolean news) {
        assertThat(News.isIn(check(before, settled), check(after, settles))).isEqualTo(news);
    }

    @Test
    void theTwentyWhoAskedLastAreKept() {
        List<ImageCarrier> carriers = List.of();
        for (int i = 0; i < 30; i++) {
            carriers = Carriers.joined(carriers, List.of(carrier("article-" + i, i)));
        }
        carriers = Carriers.joined(carriers, List.of(carrier("article-15", 99)));

        assertThat(carriers).hasSize(Carriers.MAX);
        assertThat(carriers.getLast().getArticleId()).isEqualTo("article-15");
        assertThat(carriers.getFirst().getArticleId()).isEqualTo("article-10");
    }

    private static ImageCarrier carrier(String articleId, int second) {
        return new ImageCarrier(articleId, null, NOW.plusSeconds(second));
    }

    private static ImageCheck check(ImageVerdict verdict, boolean conclusive) {
        ImageCheck check =
                new ImageChecker(CheckRules.defaults(), () -> NOW, "test")
                        .unmade(
                                new CheckTarget("id", "https://i.example/a.png", Optional.empty()),
                                Finding.of(verdict));
        return ImageCheck.newBuilder(check).setConclusive(conclusive).build();
    }
}
