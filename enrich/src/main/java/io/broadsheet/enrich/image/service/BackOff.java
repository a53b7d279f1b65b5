package io.broadsheet.enrich.image.service;

import io.broadsheet.v1.HostState;
import io.broadsheet.v1.ImageVerdict;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.random.RandomGenerator;

/**
 * How long a host that has had enough is left alone: as long as it asks, or 30 seconds, doubled
 * each time up to an hour, if it does not say; and up to a tenth longer, so that its clients do not
 * come back all at once.
 */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(30);
    private static final Duration LAST = Duration.ofHours(1);
    private static final int STEPS_MAX = 7;
    private static final double JITTER_MAX = 0.1;

    private BackOff() {}

    /**
     * Writes down that a host has had enough, once more.
     *
     * @param asked how long it asks to be left alone, if it says so
     */
    static void lengthen(HostState.Builder state, Optional<Duration> asked, Instant now) {
        int step = state.getBackoffStep();
        Instant until = now.plus(stretched(asked.orElseGet(() -> unasked(step))));
        Instant known = state.getBlockedUntil();
        state.setBlockedUntil(millis(known != null && known.isAfter(until) ? known : until))
                .setBlockReason(ImageVerdict.RATE_LIMITED)
                .setBackoffStep(asked.isPresent() ? step : Math.min(step + 1, STEPS_MAX))
                .setLastPressureAt(millis(now));
    }

    private static Instant millis(Instant exactly) {
        return exactly.truncatedTo(ChronoUnit.MILLIS);
    }

    private static Duration unasked(int step) {
        Duration pause = FIRST.multipliedBy(1L << Math.min(step, STEPS_MAX));
        return pause.compareTo(LAST) > 0 ? LAST : pause;
    }

    private static Duration stretched(Duration pause) {
        double factor = 1 + JITTER_MAX * RandomGenerator.getDefault().nextDouble();
        return Duration.ofMillis((long) (pause.toMillis() * factor));
    }
}
