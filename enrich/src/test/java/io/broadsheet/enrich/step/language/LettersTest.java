package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.lang.Character.UnicodeScript;

/** What the model sees of a text. */
class LettersTest {

    @Test
    void lettersOfOneScriptAreLowerCaseAndTheRestIsASpace() {
        assertThat(Letters.of("Der 1. Fall: ЖЗЛ – Übermut!", UnicodeScript.LATIN))
                .isEqualTo("der fall übermut ");
    }

    @Test
    void marksAreComposedAndPartOfAWordInDevanagari() {
        assertThat(Letters.of("Cafe\u0301", UnicodeScript.LATIN)).isEqualTo("café");
        assertThat(Letters.of("हिन्दी", UnicodeScript.DEVANAGARI)).isEqualTo("हिन्दी");
    }

    @Test
    void theDottedCapitalOfTurkishIsAnI() {
        assertThat(Letters.of("İzmir", UnicodeScript.LATIN)).isEqualTo("izmir");
        assertThat(Letters.of("i\u0307zmir", UnicodeScript.LATIN)).isEqualTo("izmir");
    }
}
