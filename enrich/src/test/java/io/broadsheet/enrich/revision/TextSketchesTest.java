package io.broadsheet.enrich.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.broadsheet.state.v1.TextSketch;

import org.junit.jupiter.api.Test;

/** How much of one text differs from another, told from their sketches. */
class TextSketchesTest {

    @Test
    void caseSpaceAndPunctuationDoNotCount() {
        assertThat(same("The ferry, late!", "the  Ferry\u2014late.")).isTrue();
        assertThat(same("\u6e21\u8f6e\uff0c\u665a\u70b9\u3002", "\u6e21\u8f6e\u665a\u70b9\uff01"))
                .isTrue();
    }

    @Test
    void lettersDigitsMarksAndSymbolsCount() {
        assertThat(same("at 9", "at 8")).isFalse();
        assertThat(same("$5", "\u20ac5")).isFalse();
        assertThat(same("\u0915\u093f", "\u0915\u0940")).isFalse();
    }

    @Test
    void theShareIsThatOfTheSentencesThatDiffer() {
        String nine = "A calm sentence here. ".repeat(9);

        assertThat(share(nine + "And one more of it. ", nine + "But another at last. "))
                .isCloseTo(0.1, within(0.02));
        assertThat(share("One. Two. Three.", "Three. One. Two.")).isZero();
        assertThat(share("One.", "Two.")).isEqualTo(1);
        assertThat(share("", "")).isZero();
        assertThat(share("", "Something.")).isEqualTo(1);
    }

    @Test
    void aTextOfAnyLengthHasASketchOfBoundedSize() {
        TextSketch sketch = TextSketches.of("a. ".repeat(100_000));

        assertThat(sketch.getSegments()).hasSize(TextSketches.SEGMENTS_MAX);
    }

    private static boolean same(String one, String other) {
        return TextSketches.sameLetters(TextSketches.of(one), TextSketches.of(other));
    }

    private static double share(String before, String after) {
        return TextSketches.changedShare(TextSketches.of(before), TextSketches.of(after));
    }
}
