package io.broadsheet.enrich.step.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.Basis;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;
import java.util.Optional;

/** What is counted and quoted. */
class TextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "don't stop-me now 2023|4",
                "用 Kafka 写|3",
                "东京タワー|5",
                "한국 사람|2",
                "नमस्ते दुनिया|2",
                "...|0",
            })
    void wordsAreCountedAsTheScriptHasThem(String text, int words) {
        assertThat(TextCount.of(text).words()).isEqualTo(words);
    }

    @Test
    void lineBreaksAreNoCharactersAndNothingTakesNoTime() {
        assertThat(TextCount.of("一\n😀").chars()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"en,238", "de,260", "es,278", "ar,181", "de-CH,260", "xx,238"})
    @DisplayName("A minute of reading is as many words as readers of the language read in one")
    void readingTimeIsByLanguage(String language, int words) {
        TextCount count = TextCount.of("word ".repeat(words));

        assertThat(ReadingTime.of(count, Optional.of(language))).contains(Duration.ofMinutes(1));
    }

    @Test
    @DisplayName("Characters without spaces are read faster than words, and nothing takes no time")
    void readingTimeOfCharacters() {
        assertThat(ReadingTime.of(TextCount.of("字".repeat(400)), Optional.empty()))
                .contains(Duration.ofMinutes(1));
        assertThat(ReadingTime.of(TextCount.of(""), Optional.of("en"))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "他说：“好。”然后走了。后来又来了一次|12|他说：“好。”然后走了。",
                "Dr. Smith of the U.S. team came. Then he left again.|40|Dr. Smith of the U.S. team came.",
                "A sentence that simply does not want to end anywhere|20|A sentence that…",
                "short|40|short",
            })
    void aQuotationEndsWhereASentenceEnds(String text, int charsMax, String first) {
        assertThat(Sentences.first(text, charsMax)).isEqualTo(first);
    }

    @Test
    void aGivenSummaryIsShownAsText() {
        Description given = Description.of(Optional.of("<p>A &amp; <b>b</b></p>"), "x");

        assertThat(given).isEqualTo(new Description(Optional.of("A & b"), Basis.DECLARED));
    }

    @Test
    void withoutASummaryTheBeginningStandsIn() {
        assertThat(Description.of(Optional.of("  "), "One. Two."))
                .isEqualTo(new Description(Optional.of("One. Two."), Basis.FALLBACK));
        assertThat(Description.of(Optional.empty(), "").text()).isEmpty();
    }
}
