package io.broadsheet.enrich.step.fingerprint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.text.Normalizer;

/** What is left of a text when it is compared. */
class FoldedTextTest {

    @ParameterizedTest
    @CsvSource({
        "'Café — DÉJÀ vu!', cafedejavu",
        "'\uff21\uff22\uff23\uff11\uff12\uff13', abc123",
        "'\ufb01ne o\ufb03ce', fineoffice",
        "'\u0663\u0664 \u0643\u0650\u062a\u064e\u0627\u0628', 34\u0643\u062a\u0627\u0628",
        "'\u4f1a\u8bae\uff0c\u3000\u53ec\u5f00\u3002', \u4f1a\u8bae\u53ec\u5f00",
        "'\ud55c\uad6d\uc5b4 \ubb38\uc7a5', \ud55c\uad6d\uc5b4\ubb38\uc7a5",
        "'a\ud83d\ude00b\ud840\udc00', ab\ud840\udc00",
        "'\ud83d', ''",
    })
    void lettersAndDigitsAreLeft(String text, String left) {
        assertThat(folded(text)).isEqualTo(left);
    }

    @Test
    void howAccentsAndSyllablesAreComposedMakesNoDifference() {
        for (String text : new String[] {"Zürich, Malmö", "\ud55c\uad6d\uc5b4"}) {
            String apart = Normalizer.normalize(text, Normalizer.Form.NFD);
            assertThat(apart).isNotEqualTo(text);
            assertThat(folded(apart)).isEqualTo(folded(text));
        }
    }

    @Test
    void aCharacterOfADenseScriptCountsAsThreeLetters() {
        assertThat(FoldedText.of("\u4f1a\u8bae ab").weight()).isEqualTo(8);
    }

    @Test
    void ofAVeryLongTextTheBeginningCounts() {
        String end = "z".repeat(FoldedText.CHARS_MAX);
        assertThat(FoldedText.of("a".repeat(FoldedText.CHARS_MAX) + end).length())
                .isEqualTo(FoldedText.CHARS_MAX);
    }

    private static String folded(String text) {
        FoldedText folded = FoldedText.of(text);
        var left = new StringBuilder();
        for (int i = 0; i < folded.length(); i++) {
            left.append(folded.chars()[i]);
        }
        return left.toString();
    }
}
