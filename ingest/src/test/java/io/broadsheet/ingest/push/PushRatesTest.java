package io.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** How often a token may push. */
class PushRatesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final PushRates rates = new PushRates(2);

    @Test
    void creditComesBackOneByOne() {
        assertThat(rates.take(0, NOW)).isZero();
        assertThat(rates.take(0, NOW)).isZero();
        assertThat(rates.take(0, NOW)).isEqualTo(Duration.ofSeconds(30));
        assertThat(rates.take(0, NOW.plusSeconds(10))).isEqualTo(Duration.ofSeconds(20));
        assertThat(rates.take(0, NOW.plusSeconds(30))).isZero();
        assertThat(rates.take(0, NOW.plusSeconds(31))).isPositive();
    }

    @Test
    void moreThanAMinutesWorthIsNotSaved() {
        assertThat(rates.take(0, NOW)).isZero();
        Instant later = NOW.plus(Duration.ofDays(1));

        assertThat(rates.take(0, later)).isZero();
        assertThat(rates.take(0, later)).isZero();
        assertThat(rates.take(0, later)).isPositive();
    }

    @Test
    void eachTokenHasItsOwn() {
        rates.take(0, NOW);
        rates.take(0, NOW);

        assertThat(rates.take(1, NOW)).isZero();
    }

    @Test
    void aClockThatIsSetBackTakesNothingAway() {
        assertThat(rates.take(0, NOW)).isZero();
        assertThat(rates.take(0, NOW.minusSeconds(3_600))).isZero();
        assertThat(rates.take(0, NOW.minusSeconds(3_570))).isZero();
    }
}
