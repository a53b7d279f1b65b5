package io.broadsheet.enrich.step.keywords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The words that tell nothing. */
class StopWordsTest {

    @ParameterizedTest
    @CsvSource({"en,because,thursday", "de,nicht,donnerstag", "fr,dans,jeudi", "ru,когда,четверг"})
    @DisplayName("Function words and names of days, in lower case")
    void known(String language, String word, String day) {
        assertThat(StopWords.of(language))
                .hasValueSatisfying(w -> assertThat(w).contains(word, day));
    }

    @Test
    @DisplayName("A language without a list is not treated as one without stop words")
    void unknown() {
        assertThat(StopWords.of("la")).isEmpty();
    }
}
