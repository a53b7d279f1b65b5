package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Lets requests to one host start one after the other: each at least the interval after the one
 * before has started, however late that was, and up to a twentieth later, so that no rhythm builds
 * up. Safe for any number of threads.
 */
final class Pace {

    /** More would cost a noticeable share of what a host allows. */
    private static final double JITTER_MAX = 0.05;

    private final long intervalNanos;
    private final RandomGenerator random;
    private final Semaphore entry = new Semaphore(1, true);
    private final Semaphore turn = new Semaphore(1, true);
    private long nextNanos;

    /**
     * @param nowNanos of {@link System#nanoTime()}
     */
    Pace(int perSecond, RandomGenerator random, long nowNanos) {
        this.intervalNanos = Duration.ofSeconds(1).toNanos() / perSecond;
        this.random = random;
        this.nextNanos = nowNanos;
    }

    /** What a first request needs besides its moment. */
    interface Need {

        /** Waits for it. */
        void await() throws InterruptedException;
    }

    /**
     * Waits until a first request may start, and for what it needs besides. Those who come after
     * wait behind it, so that they take nothing that they cannot use yet. Requests of those who
     * have what they need pass it: they could not give it back otherwise.
     */
    void awaitFirst(Need need) throws InterruptedException {
        entry.acquire();
        try {
            sleepUntilNext();
            need.await();
            await();
        } finally {
            entry.release();
        }
    }

    /** Waits until the next request may start; then it starts. */
    void await() throws InterruptedException {
        turn.acquire();
        try {
            sleepUntilNext();
            started(System.nanoTime());
        } finally {
            turn.release();
        }
    }

    private void sleepUntilNext() throws InterruptedException {
        Duration rest = rest(System.nanoTime());
        while (rest.isPositive()) {
            Thread.sleep(rest);
            rest = rest(System.nanoTime());
        }
    }

    /** How long until the next request may start, zero or more. */
    synchronized Duration rest(long nowNanos) {
        return Duration.ofNanos(Math.max(0, nextNanos - nowNanos));
    }

    /** A request starts. */
    synchronized void started(long nowNanos) {
        nextNanos =
                nowNanos + intervalNanos + random.nextLong((long) (intervalNanos * JITTER_MAX) + 1);
    }

    /** Takes a moment for a request that does not wait for it, as a redirect from elsewhere. */
    synchronized void charge(long nowNanos) {
        nextNanos = nowNanos + rest(nowNanos).toNanos() + intervalNanos;
    }

    /** Whether the next request might start at once. */
    boolean isRested(long nowNanos) {
        return rest(nowNanos).isZero();
    }
}
