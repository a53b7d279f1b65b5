package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.List;

/** Which parts of an article are looked at. */
class SampleTest {

    @Test
    void aShortTextIsLookedAtAsAWhole() {
        String text = "The lanterns were lit at dusk, and the river carried them away. ".repeat(3);

        List<String> parts = Sample.of("A title", text);

        assertThat(parts).first().isEqualTo("A title");
        assertThat(String.join("", parts.subList(1, parts.size()))).isEqualTo(text);
    }

    @Test
    void piecesOfALongTextComeFromSeveralPlacesAndBeginWithAWord() {
        String text = "alpha ".repeat(400) + "beta ".repeat(400) + "gamma ".repeat(400);

        List<String> parts = Sample.of("", text);

        assertThat(parts).hasSize(3);
        assertThat(parts.get(0)).startsWith("alpha");
        assertThat(parts.get(1)).startsWith("beta");
        assertThat(parts.get(2)).startsWith("gamma");
        assertThat(String.join("", parts).length()).isLessThan(200);
    }

    @Test
    void noLengthOfTextIsTooShortOrHasAnEndThatIsPassed() {
        for (int length = 0; length < 700; length++) {
            assertThat(Sample.of("", "字".repeat(length))).isNotEmpty();
            assertThat(Sample.of("", "word ".repeat(length))).isNotEmpty();
        }
    }
}
