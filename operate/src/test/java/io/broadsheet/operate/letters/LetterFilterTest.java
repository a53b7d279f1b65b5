package io.broadsheet.operate.letters;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.util.Optional;

/** Which letters are meant. */
class LetterFilterTest {

    private static final Instant NOON = Instant.parse("2026-03-04T12:00:00Z");
    private static final LetterFacts LETTER =
            new LetterFacts(
                    "id", "ENRICH_PROCESS", "ENRICHER_EXCEPTION", "DEFECT", Optional.of("s"), NOON);

    @Test
    void namesAreComparedWhateverTheirCase() {
        assertThat(filter("enricher_exception", "defect", "enrich_process").test(LETTER)).isTrue();
        assertThat(filter("enricher_exception", "defect", "sink_write").test(LETTER)).isFalse();
    }

    @Test
    void sinceIsIncludedAndUntilIsNot() {
        assertThat(between(NOON, NOON.plusSeconds(1)).test(LETTER)).isTrue();
        assertThat(between(NOON.minusSeconds(1), NOON).test(LETTER)).isFalse();
    }

    @Test
    void aLetterOfNoSourceIsOfNoParticularSource() {
        LetterFacts unknown =
                new LetterFacts("id", "UNKNOWN", "UNKNOWN", "DEFECT", Optional.empty(), NOON);
        LetterFilter ofS =
                new LetterFilter(
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.of("s"),
                        Optional.empty(),
                        Optional.empty());

        assertThat(ofS.test(LETTER)).isTrue();
        assertThat(ofS.test(unknown)).isFalse();
    }

    private static LetterFilter filter(String reason, String code, String stage) {
        return new LetterFilter(
                Optional.of(reason),
                Optional.of(code),
                Optional.of(stage),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private static LetterFilter between(Instant since, Instant until) {
        return new LetterFilter(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.of(since),
                Optional.of(until));
    }
}
