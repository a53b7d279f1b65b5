package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ImageVerdict;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Random;

/** How hosts are treated, by a clock that the test winds. */
class PoliteTest {

    private static final Instant NOW = Instant.parse("2026-03-13T00:00:00Z");
    private static final long SECOND = Duration.ofSeconds(1).toNanos();

    @Test
    void noTwoStartsAreCloserThanTheInterval() {
        Pace pace = new Pace(5, new Random(1), 0);
        long last = -SECOND;
        for (int i = 0; i < 1_000; i++) {
            long start = pace.take(0).toNanos();
            assertThat(start - last).isBetween(SECOND / 5, SECOND);
            last = start;
        }
        assertThat(last).isBetween(999 * SECOND / 5, 999 * SECOND * 6 / 25);
    }

    @Test
    void whatWasNotAskedForIsPaidLater() {
        Pace pace = new Pace(5, new Random(1), 0);
        pace.take(0);
        pace.charge(5);

        assertThat(pace.take(0)).isGreaterThanOrEqualTo(Duration.ofMillis(1_200));
        assertThat(pace.isRested(SECOND)).isFalse();
        assertThat(pace.isRested(2 * SECOND)).isTrue();
    }

    @Test
    void restIsNotSavedUp() {
        Pace pace = new Pace(5, new Random(1), 0);

        assertThat(pace.take(60 * SECOND)).isZero();
        assertThat(pace.take(60 * SECOND)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
    }

    @Test
    void aHostIsLeftAloneAfterFiveFailuresInARowAndThenGetsOneTry() {
        HostBreakers breakers = new HostBreakers(Politeness.defaults());
        for (int i = 0; i < 5; i++) {
            assertThat(breakers.open("i.example", NOW)).isEmpty();
            breakers.note("i.example", ImageVerdict.TIMEOUT, NOW);
        }
        Instant later = NOW.plusSeconds(61);

        assertThat(breakers.open("i.example", NOW)).contains(ImageVerdict.TIMEOUT);
        assertThat(breakers.open("other.example", NOW)).isEmpty();
        assertThat(breakers.open("i.example", later)).isEmpty();
        breakers.note("i.example", ImageVerdict.TIMEOUT, later);
        assertThat(breakers.open("i.example", later)).isPresent();
    }

    @Test
    void missingImagesAreNoFailureOfTheirHost() {
        HostBreakers breakers = new HostBreakers(Politeness.defaults());
        for (int i = 0; i < 4; i++) {
            breakers.note("i.example", ImageVerdict.SERVER_ERROR, NOW);
        }
        breakers.note("i.example", ImageVerdict.NOT_FOUND, NOW);
        breakers.note("i.example", ImageVerdict.SERVER_ERROR, NOW);

        assertThat(breakers.open("i.example", NOW)).isEmpty();
    }
}
