package io.broadsheet.enrich.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ClusterRole;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.Optional;

/** Which articles belong together, and why. */
class ClusterRulesTest {

    private static final String TEXT = Sketched.text(20, 1);
    private static final String TITLE = "The council decides on the bridge";

    @Test
    void theSameTextElsewhereIsAnExactDuplicate() {
        Match match =
                match(of("a", TITLE, TEXT), of("b", "Another", TEXT.toUpperCase(Locale.ROOT)))
                        .get();

        assertThat(match.role()).isEqualTo(ClusterRole.EXACT_DUPLICATE);
        assertThat(match.score()).isEqualTo(1);
        assertThat(match.reasons()).containsExactly("same-text", "length-ratio 1.00");
    }

    @Test
    void anEditedReprintIsANearDuplicateWithItsReasons() {
        String edited = TEXT.substring(0, TEXT.length() * 8 / 10) + Sketched.text(1, 2);

        Match match = match(of("a", TITLE, TEXT), of("b", TITLE + "!", edited)).get();

        assertThat(match.role()).isEqualTo(ClusterRole.NEAR_DUPLICATE);
        assertThat(match.score()).isBetween(0.6f, 0.9f);
        assertThat(match.reasons().getFirst()).matches("text-shingles 0\\.[678]\\d");
        assertThat(match.reasons()).contains("same-title").doesNotContain("same-source");
    }

    @Test
    void aNewTextOfTheSameSourceUnderTheSameNameIsARevision() {
        String edited = TEXT.substring(0, TEXT.length() * 7 / 10) + Sketched.text(4, 2);

        Match match = match(of("a", TITLE, TEXT), of("a", TITLE, edited)).get();

        assertThat(match.role()).isEqualTo(ClusterRole.REVISION_OF);
        assertThat(match.reasons()).contains("same-title", "same-source");
    }

    @Test
    void otherTextsAreNoDuplicatesWhateverTheirHeadlines() {
        assertThat(match(of("a", TITLE, TEXT), of("b", TITLE, Sketched.text(20, 2)))).isEmpty();
    }

    @Test
    void pagesOfOneSourceThatShareTheirTemplateAreNoDuplicates() {
        String template = Sketched.text(15, 3);

        assertThat(
                        match(
                                of("a", "One story", Sketched.text(4, 4) + template),
                                of("a", "Another story", Sketched.text(4, 5) + template)))
                .isEmpty();
    }

    @Test
    void aShortNoticeIsNoDuplicateByItsTextAlone() {
        String notice =
                "To read this article in full please sign in or take out a subscription."
                        + " Your first month is free.";

        assertThat(match(of("a", "One story", notice), of("b", "Another story", notice))).isEmpty();
        assertThat(match(of("a", TITLE, notice), of("b", TITLE, notice))).isPresent();
    }

    @Test
    void theTableOfAnotherDayIsNoRevision() {
        assertThat(match(of("a", TITLE, table(1)), of("a", TITLE, table(2)))).isEmpty();
    }

    @Test
    void anExcerptIsANearDuplicate() {
        Match match =
                match(of("a", TITLE, TEXT), of("b", null, TEXT.substring(0, TEXT.length() / 2)))
                        .get();

        assertThat(match.role()).isEqualTo(ClusterRole.NEAR_DUPLICATE);
        assertThat(match.reasons()).anyMatch(reason -> reason.startsWith("contained "));
    }

    private static String table(int day) {
        var table = new StringBuilder();
        for (int row = 0; row < 40; row++) {
            int number = Math.abs(Integer.hashCode(day * 7_919 + row * 104_729) % 9_000);
            table.append("The share of company ").append((char) ('a' + row % 26));
            table.append(" closed in the evening at ").append(number).append(" points. ");
        }
        return table.toString();
    }

    private static Sketched of(String source, @Nullable String title, String text) {
        return Sketched.of("id-" + source + text.hashCode(), source, 0, title, text);
    }

    private static Optional<Match> match(Sketched elder, Sketched younger) {
        return ClusterRules.match(elder.sketch(), younger.sketch());
    }
}
