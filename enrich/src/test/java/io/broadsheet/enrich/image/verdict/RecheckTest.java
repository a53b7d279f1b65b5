package io.broadsheet.enrich.image.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How long verdicts hold, and what consumers do with them. */
class RecheckTest {

    private static final Instant NOW = Instant.parse("2026-03-13T01:42:07Z");

    @ParameterizedTest
    @EnumSource(value = ImageVerdict.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void eachVerdictHasAnOutcomeAndATime(ImageVerdict verdict) {
        assertThat(Outcomes.of(verdict)).isNotEqualTo(ImageOutcome.UNKNOWN);
        assertThat(Recheck.after(verdict, 1, false)).isBetween(Duration.ZERO, Recheck.NEVER);
    }

    @ParameterizedTest
    @CsvSource({"1, PT15M", "2, PT30M", "3, PT1H", "7, PT16H", "8, PT24H", "1000, PT24H"})
    void whoCannotBeReachedIsAskedLessAndLess(int failures, Duration expected) {
        assertThat(Recheck.after(ImageVerdict.TIMEOUT, failures, false)).isEqualTo(expected);
    }

    @Test
    void whatIsNotThereIsLookedForDailyUntilThatIsSettled() {
        assertThat(Recheck.after(ImageVerdict.NOT_FOUND, 2, false)).isEqualTo(Duration.ofDays(1));
        assertThat(Recheck.after(ImageVerdict.NOT_FOUND, 3, true)).isEqualTo(Duration.ofDays(7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "max-age=60|P1D",
                "public, max-age=864000, immutable|P10D",
                "max-age=31536000|P30D",
                "s-maxage=864000|P1D",
                "no-store|P1D",
                "max-age=nonsense|P1D",
                "max-age=99999999999999999999|P30D"
            })
    void aPictureHoldsAsLongAsItsServerSaysWithinBounds(String header, Duration expected) {
        assertThat(Recheck.afterOk(Optional.of(header))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "120|PT2M",
                "0|PT1S",
                "99999999999999|PT24H",
                "Fri, 13 Mar 2026 01:43:07 GMT|PT1M",
                "Fri, 13 Mar 2020 01:43:07 GMT|PT1S",
                "soon|",
                "-5|",
                "''|"
            })
    void theTimeToWaitIsReadAsServersWriteIt(String header, @Nullable Duration expected) {
        assertThat(RetryAfter.of(header, NOW)).isEqualTo(Optional.ofNullable(expected));
    }
}
