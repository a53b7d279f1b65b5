package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Semaphore;
import java.util.random.RandomGenerator;

/**
 * Lets requests to one host start one after the other: each at least the interval after the one
 * before has started, however late that was, and up to a twentieth later, so that no rhythm builds
 * up. Safe for any number of threads.
 *
 * <p>A request that has to open its connection first reaches the host later than it started, and
 * those behind it would seem closer together there. So none starts before a whole second has passed
 * since the one that is as many before it as the host gets in a second has really gone out.
 */
final class Pace {

    /** More would cost a noticeable share of what a host allows. */
    private static final double JITTER_MAX = 0.05;

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    /** How soon to look again for a request that has started and not gone out. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    private final long intervalNanos;
    private final int perSecond;
    private final RandomGenerator random;
    private final Semaphore entry = new Semaphore(1, true);
    private final Semaphore turn = new Semaphore(1, true);
    private final Deque<Start> recent = new ArrayDeque<>();
    private long nextNanos;

    /**
     * @param nowNanos of {@link System#nanoTime()}
     */
    Pace(int perSecond, RandomGenerator random, long nowNanos) {
        this.perSecond = perSecond;
        this.intervalNanos = WINDOW_NANOS / perSecond;
        this.random = random;
        this.nextNanos = nowNanos;
    }

    /** One request, from when it may start. */
    final class Start {
        private long atNanos;
        private boolean out;

        private Start(long atNanos) {
            this.atNanos = atNanos;
        }

        /** It goes out now. */
        void left(long nowNanos) {
            synchronized (Pace.this) {
                atNanos = nowNanos;
                out = true;
            }
        }

        /** It has come to its end, or never went out. */
        void ended() {
            synchronized (Pace.this) {
                out = true;
            }
        }

        private boolean isPast(long nowNanos) {
            return out && nowNanos - atNanos >= WINDOW_NANOS;
        }

        private long restNanos(long nowNanos) {
            return out ? atNanos + WINDOW_NANOS - nowNanos : LOOK_AGAIN_NANOS;
        }
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
    Start awaitFirst(Need need) throws InterruptedException {
        entry.acquire();
        try {
            sleepUntilNext();
            need.await();
            return await();
        } finally {
            entry.release();
        }
    }

    /** Waits until the next request may start; then it starts. */
    Start await() throws InterruptedException {
        turn.acquire();
        try {
            sleepUntilNext();
            return started(System.nanoTime());
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
        while (!recent.isEmpty() && recent.getFirst().isPast(nowNanos)) {
            recent.removeFirst();
        }
        long inWindow = recent.size() < perSecond ? 0 : recent.getFirst().restNanos(nowNanos);
        return Duration.ofNanos(Math.max(0, Math.max(nextNanos - nowNanos, inWindow)));
    }

    /** A request starts. */
    synchronized Start started(long nowNanos) {
        nextNanos =
                nowNanos + intervalNanos + random.nextLong((long) (intervalNanos * JITTER_MAX) + 1);
        Start start = new Start(nowNanos);
        recent.addLast(start);
        return start;
    }

    /** No request starts before this moment. */
    synchronized void notBefore(long momentNanos) {
        nextNanos = momentNanos - nextNanos > 0 ? momentNanos : nextNanos;
    }

    /** Whether nothing would be forgotten with it. */
    synchronized boolean isRested(long nowNanos) {
        return rest(nowNanos).isZero() && recent.isEmpty();
    }
}
