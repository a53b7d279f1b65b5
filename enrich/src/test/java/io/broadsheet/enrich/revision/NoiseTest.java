package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is noise, and what only looks like it. */
class NoiseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3 hours ago",
                "an hour ago",
                "Just now",
                "1,234 views",
                "12 comments",
                "Comments (12)",
                "Shares: 1.2K",
                "Updated 5 minutes ago",
                "Last updated: 3 February 2026 10:15",
                "Updated: 2026-02-03T10:15:00Z",
                "3 hours ago \u00b7 12 comments",
                "vor 3 Stunden",
                "il y a 2 heures",
                "hace una hora",
                "5 \u043c\u0438\u043d\u0443\u0442 \u043d\u0430\u0437\u0430\u0434",
                "3\u5c0f\u65f6\u524d",
                "\u9605\u8bfb 1234",
                "\u8bc4\u8bba\uff1a12",
                "12\u6b21\u9605\u8bfb",
                "\u66f4\u65b0\u65f6\u95f4\uff1a2026-02-03 10:15"
            })
    void aLineThatSaysNothingElseIsNoise(String line) {
        assertThat(Noise.isNoise(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "It has 12 comments.",
                "The ferry left 3 hours ago",
                "12",
                "12 people died",
                "Updated rules apply",
                "2026-02-03",
                "Views",
                "1,234 votes",
                "3 dead, 12 comments",
                "Shares fell 12 percent"
            })
    void aLineThatSaysSomethingIsNone(String line) {
        assertThat(Noise.isNoise(line)).isFalse();
    }

    @Test
    void onlyTheBeginningAndTheEndOfATextAreLookedAt() {
        String middle = "One.\nTwo.\nThree.\n12 shares\nFour.\nFive.\nSix.\nSeven.\nEight.";

        assertThat(Noise.linesOf("3 hours ago\n" + middle + "\n12 comments"))
                .containsExactlyInAnyOrder("3 hours ago", "12 comments");
        assertThat(Noise.without("3 hours ago\n" + middle, Noise.linesOf("3 hours ago\n" + middle)))
                .isEqualTo(middle);
    }
}
