package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.random.RandomGenerator;

/**
 * Hands out the moments at which requests to one host may start. Each is at least the interval
 * after the one before, and up to a fifth later, so that no rhythm builds up. Safe for any number
 * of threads.
 */
final class Pace {

    private static final double JITTER_MAX = 0.2;

    private final long intervalNanos;
    private final RandomGenerator random;
    private long nextNanos;

    /**
     * @param nowNanos of {@link System#nanoTime()}
     */
    Pace(int perSecond, RandomGenerator random, long nowNanos) {
        this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        this.random = random;
        this.nextNanos = nowNanos;
    }

    /** Takes the next moment; how long it is until then, zero or more. */
    synchronized Duration take(long nowNanos) {
        long start = nextNanos - nowNanos > 0 ? nextNanos : nowNanos;
        nextNanos =
                start + intervalNanos + random.nextLong((long) (intervalNanos * JITTER_MAX) + 1);
        return Duration.ofNanos(start - nowNanos);
    }

    /** Takes moments for requests that were made without asking, as redirects are. */
    synchronized void charge(int requests) {
        nextNanos += requests * intervalNanos;
    }

    /** Whether the next request might start at once. */
    synchronized boolean isRested(long nowNanos) {
        return nextNanos - nowNanos <= 0;
    }
}
