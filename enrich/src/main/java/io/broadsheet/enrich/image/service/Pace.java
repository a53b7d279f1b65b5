package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Lets requests to one host start one after the other: each at least the interval after the one
 * before has started, however late that was, and up to a twentieth later, so that no rhythm builds
 * up; and only few at once. Safe for any number of threads.
 *
 * <p>None starts before the host has a place for it in its second, by its own clock.
 *
 * @see StartWindow
 */
final class Pace {

    /** More would cost a noticeable share of what a host allows. */
    private static final double JITTER_MAX = 0.05;

    private static final long SECOND_NANOS = Duration.ofSeconds(1).toNanos();

    private final long intervalNanos;
    private final RandomGenerator random;
    private final Semaphore room;
    private final Semaphore entry = new Semaphore(1, true);
    private final Semaphore turn = new Semaphore(1, true);
    private final StartWindow window;
    private long nextNanos;

    /**
     * @param inFlightMax requests that have started and not ended
     * @param nowNanos of {@link System#nanoTime()}
     */
    Pace(int perSecond, int inFlightMax, RandomGenerator random, long nowNanos) {
        this.room = new Semaphore(inFlightMax, true);
        this.window = new StartWindow(perSecond);
        this.intervalNanos = SECOND_NANOS / perSecond;
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
    StartWindow.Start awaitFirst(Need need) throws InterruptedException {
        entry.acquire();
        try {
            sleepUntilNext();
            need.await();
            return await();
        } finally {
            entry.release();
        }
    }

    /**
     * Waits until the next request may start; then it starts. Whoever waits must have none of the
     * host's requests under way.
     */
    StartWindow.Start await() throws InterruptedException {
        room.acquire();
        try {
            return awaitTurn();
        } catch (InterruptedException e) {
            room.release();
            throw e;
        }
    }

    private StartWindow.Start awaitTurn() throws InterruptedException {
        turn.acquire();
        try {
            sleepUntilNext();
            return started(System.nanoTime(), room::release);
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

    /** How long until the next request may start, zero or more; then is to be asked again. */
    synchronized Duration rest(long nowNanos) {
        long rest = Math.max(nextNanos - nowNanos, window.restNanos(nowNanos));
        return Duration.ofNanos(Math.max(0, rest));
    }

    /** A request starts that may go beyond how many may be under way. */
    StartWindow.Start started(long nowNanos) {
        return started(nowNanos, () -> {});
    }

    private synchronized StartWindow.Start started(long nowNanos, Runnable onEnd) {
        nextNanos =
                nowNanos + intervalNanos + random.nextLong((long) (intervalNanos * JITTER_MAX) + 1);
        return window.started(nowNanos, onEnd);
    }

    /** No request starts before this moment. */
    synchronized void notBefore(long momentNanos) {
        nextNanos = momentNanos - nextNanos > 0 ? momentNanos : nextNanos;
    }

    /** Whether nothing would be forgotten with it. */
    synchronized boolean isRested(long nowNanos) {
        return rest(nowNanos).isZero() && window.isEmpty();
    }
}
