package io.broadsheet.enrich.image.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageVerdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What the checks before make of a check. */
class CheckHistoryTest {

    private static final Instant START = Instant.parse("2026-03-13T00:00:00Z");

    @Test
    void aFailureIsSettledByTheThirdCheckAfterADay() {
        ImageCheck first = check(ImageVerdict.NOT_FOUND, Duration.ZERO);
        ImageCheck second = next(first, ImageVerdict.TIMEOUT, Duration.ofHours(23));
        ImageCheck third = next(second, ImageVerdict.NOT_FOUND, Duration.ofHours(24));

        assertThat(first.getConclusive()).isFalse();
        assertThat(second.getConclusive()).isFalse();
        assertThat(third.getConclusive()).isTrue();
        assertThat(third.getConsecutiveFailures()).isEqualTo(3);
        assertThat(third.getFirstFailedAt()).isEqualTo(START);
    }

    @Test
    void threeChecksInAnHourSettleNothing() {
        ImageCheck second =
                next(
                        check(ImageVerdict.GONE, Duration.ZERO),
                        ImageVerdict.GONE,
                        Duration.ofMinutes(5));
        ImageCheck third = next(second, ImageVerdict.GONE, Duration.ofHours(1));

        assertThat(third.getConclusive()).isFalse();
        assertThat(third.getConsecutiveFailures()).isEqualTo(3);
    }

    @Test
    void aSuccessWipesTheFailuresOut() {
        ImageCheck failed = check(ImageVerdict.TIMEOUT, Duration.ZERO);
        ImageCheck well = next(failed, ImageVerdict.OK, Duration.ofDays(2));
        ImageCheck again = next(well, ImageVerdict.TIMEOUT, Duration.ofDays(3));

        assertThat(well.getConclusive()).isTrue();
        assertThat(well.getConsecutiveFailures()).isZero();
        assertThat(well.getFirstFailedAt()).isNull();
        assertThat(again.getConsecutiveFailures()).isOne();
        assertThat(again.getFirstFailedAt()).isEqualTo(again.getCheckedAt());
    }

    @Test
    void whatNoServerWasAskedForNeedsNoSecondLook() {
        assertThat(check(ImageVerdict.MALFORMED_URL, Duration.ZERO).getConclusive()).isTrue();
        assertThat(check(ImageVerdict.BLOCKED_ADDRESS, Duration.ZERO).getConclusive()).isTrue();
        assertThat(check(ImageVerdict.DEADLINE_EXCEEDED, Duration.ZERO).getConclusive()).isFalse();
    }

    @Test
    void theSpanOfAHostThatIsAwayGrowsWithItsFailures() {
        ImageCheck first = check(ImageVerdict.DNS_FAILURE, Duration.ZERO);
        ImageCheck second = next(first, ImageVerdict.DNS_FAILURE, Duration.ofMinutes(15));

        assertThat(first.getExpiresAt()).isEqualTo(START.plus(Duration.ofMinutes(15)));
        assertThat(second.getExpiresAt()).isEqualTo(START.plus(Duration.ofMinutes(45)));
    }

    private static ImageCheck next(ImageCheck before, ImageVerdict verdict, Duration after) {
        return CheckHistory.carry(before, check(verdict, after));
    }

    private static ImageCheck check(ImageVerdict verdict, Duration after) {
        var checker = new ImageChecker(CheckRules.defaults(), () -> START.plus(after), "test");
        return checker.unmade(
                new CheckTarget("id", "https://i.example/a.png", Optional.empty()),
                Finding.of(verdict));
    }
}
