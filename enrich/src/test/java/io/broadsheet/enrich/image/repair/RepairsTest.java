package io.broadsheet.enrich.image.repair;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Optional;

/** What broken URLs may have been meant to say. */
class RepairsTest {

    private static final Optional<String> PAGE = Optional.of("https://site.example/a/b.html");

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "missing-extension-dot|https://i.example/2022/093948566png|https://i.example/2022/093948566.png",
                "missing-extension-dot|https://i.example/Xjpeg?x=1|https://i.example/X.jpeg?x=1",
                "html-entity|https://i.example/a.png?w=1&amp;h=2|https://i.example/a.png?w=1&h=2",
                "protocol-relative|//i.example/a.png|https://i.example/a.png",
                "protocol-relative|https://site.example//i.example/a.png|https://i.example/a.png",
                "doubled-scheme|http://https://i.example/a.png|https://i.example/a.png",
                "doubled-scheme|https://site.example/https//i.example/a.png|https://i.example/a.png",
                "doubled-scheme|https:https://i.example/a.png|https://i.example/a.png",
                "trailing-junk|https://i.example/a.png\"|https://i.example/a.png",
                "trailing-junk|https://i.example/a.png%22/|https://i.example/a.png",
                "trailing-junk|https://i.example/a.png),|https://i.example/a.png",
                "whitespace|https://i.example/a b.png|https://i.example/ab.png",
                "whitespace|https://i.example/a.png%20|https://i.example/a.png",
                "backslash|https://i.example/x%5Ca.png|https://i.example/x/a.png",
                "backslash|https:\\/\\/i.example\\/x\\/a.png|https://i.example/x/a.png",
                "size-suffix|https://i.example/a-300x200.jpg|https://i.example/a.jpg",
                "size-suffix|https://i.example/a.jpg_640x640q90.jpg|https://i.example/a.jpg"
            })
    void eachRuleMendsWhatItIsFor(String rule, String written, String meant) {
        Optional<String> page = written.startsWith("//") ? Optional.empty() : PAGE;

        assertThat(Repairs.of(written, page)).contains(new Candidate(meant, rule));
    }

    @ParameterizedTest
    @CsvSource({
        "https://i.example/a.png",
        "https://i.example/a.b/c?x=y.jpg&z=1",
        "https://i.example/photo.jpg",
        "pictures/a.jpg"
    })
    void whatIsWholeHasNoCandidates(String written) {
        assertThat(Repairs.of(written, PAGE)).isEmpty();
    }

    @Test
    void candidatesAreDistinctAndMostLikelyFirst() {
        List<Candidate> candidates = Repairs.of("https://i.example/1-300x200png&amp;\"", PAGE);

        assertThat(candidates).extracting(Candidate::url).doesNotHaveDuplicates();
    }

    @Test
    void noTextIsTooOddOrTooLong() {
        assertThat(Repairs.of("h".repeat(100_000), PAGE)).isEmpty();
        assertThat(Repairs.of("\uD800\\ %zz http://", Optional.empty())).isNotNull();
        assertThat(Repairs.of("/".repeat(2_000) + "png", PAGE)).isNotNull();
    }
}
