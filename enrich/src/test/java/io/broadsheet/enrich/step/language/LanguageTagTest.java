package io.broadsheet.enrich.step.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.lang.Character.UnicodeScript;

/** When a tag says the script. */
class LanguageTagTest {

    @ParameterizedTest
    @CsvSource({
        "en, LATIN, en",
        "ru, CYRILLIC, ru",
        "ru, LATIN, ru-Latn",
        "sr, CYRILLIC, sr-Cyrl",
        "sr, LATIN, sr-Latn",
        "uz, CYRILLIC, uz-Cyrl",
        "uz, LATIN, uz-Latn",
        "az, LATIN, az-Latn",
        "kk, CYRILLIC, kk",
        "kk, LATIN, kk-Latn",
        "mn, CYRILLIC, mn",
        "mn, MONGOLIAN, mn-Mong",
        "pa, GURMUKHI, pa",
        "pa, ARABIC, pa-Arab",
        "ja, HIRAGANA, ja",
        "ko, HANGUL, ko",
        "zh, HAN, zh",
        "hi, DEVANAGARI, hi",
    })
    void theScriptIsSaidWhereTheLanguageAloneDoesNotTellIt(
            String language, UnicodeScript script, String tag) {
        assertThat(LanguageTag.of(language, script)).isEqualTo(tag);
    }
}
