package io.broadsheet.enrich.image.service;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Sees to it that a host's own clock counts no more requests in a second than it allows. Safe for
 * any number of threads.
 *
 * <p>A request reaches the host later than it goes out, and what is the same for all does no harm.
 * But one that is delayed more than those behind it would be closer to them there. By how much
 * cannot be seen from here; it is at most what its answer took longer than the quickest answers do.
 * So a request counts from the moment it went out, plus that excess.
 */
final class StartWindow {

    private static final long WINDOW_NANOS = Duration.ofSeconds(1).toNanos();

    /** An answer that is later than this is late for other reasons. */
    private static final long EXCESS_MAX_NANOS = Duration.ofMillis(200).toNanos();

    /**
     * The same for the first requests: a cold process, or a host that was not asked for long, may
     * take its time, and there is no quicker answer yet to compare with.
     */
    private static final long FIRST_EXCESS_MAX_NANOS = Duration.ofSeconds(2).toNanos();

    /** How soon to look again for a request that has started and not gone out. */
    private static final long LOOK_AGAIN_NANOS = Duration.ofMillis(20).toNanos();

    /** Of so many answers the quickest is known. */
    private static final int ANSWERS = 16;

    private final int startsMax;
    private final Deque<Start> starts = new ArrayDeque<>();
    private final Deque<Long> answerNanos = new ArrayDeque<>();
    private int started;

    /**
     * @param startsMax in a second
     */
    StartWindow(int startsMax) {
        this.startsMax = startsMax;
    }

    /** One request, from when it may start. */
    final class Start {
        private final long excessMaxNanos;
        private final Runnable onEnd;
        private boolean ended;
        private long atNanos;
        private State state = State.WAITING;
        private long tookNanos;

        private Start(long atNanos, long excessMaxNanos, Runnable onEnd) {
            this.atNanos = atNanos;
            this.excessMaxNanos = excessMaxNanos;
            this.onEnd = onEnd;
        }

        /** It goes out now. */
        void left(long nowNanos) {
            synchronized (StartWindow.this) {
                atNanos = nowNanos;
                state = State.OUT;
            }
        }

        /** The head of its answer is there, or it has failed: the host has seen it if ever. */
        void answered(long nowNanos) {
            synchronized (StartWindow.this) {
                if (state == State.OUT) {
                    state = State.OVER;
                    tookNanos = nowNanos - atNanos;
                    remember(tookNanos);
                }
            }
        }

        /** It has come to its end, or never went out. Once is enough, more do nothing. */
        void ended(long nowNanos) {
            synchronized (StartWindow.this) {
                if (ended) {
                    return;
                }
                ended = true;
                if (state == State.OUT) {
                    tookNanos = nowNanos - atNanos;
                }
                state = State.OVER;
            }
            onEnd.run();
        }

        private long restNanos(long nowNanos) {
            return state == State.WAITING
                    ? LOOK_AGAIN_NANOS
                    : atNanos + WINDOW_NANOS + excessNanos(nowNanos) - nowNanos;
        }

        private long excessNanos(long nowNanos) {
            long took = state == State.OVER ? tookNanos : nowNanos - atNanos;
            return Math.clamp(took - quickestNanos(), 0, excessMaxNanos);
        }
    }

    private enum State {
        WAITING,
        OUT,
        OVER
    }

    private void remember(long nanos) {
        if (answerNanos.size() == ANSWERS) {
            answerNanos.removeFirst();
        }
        answerNanos.addLast(nanos);
    }

    private long quickestNanos() {
        return answerNanos.stream().min(Long::compare).orElse(0L);
    }

    /**
     * A request starts.
     *
     * @param onEnd told when it has ended
     */
    synchronized Start started(long nowNanos, Runnable onEnd) {
        boolean first = started < startsMax;
        started = first ? started + 1 : started;
        Start start = new Start(nowNanos, first ? FIRST_EXCESS_MAX_NANOS : EXCESS_MAX_NANOS, onEnd);
        starts.addLast(start);
        return start;
    }

    /** How long until the next may start; then is to be asked again. Zero or less: now. */
    synchronized long restNanos(long nowNanos) {
        while (!starts.isEmpty() && starts.getFirst().restNanos(nowNanos) <= 0) {
            starts.removeFirst();
        }
        return starts.size() < startsMax ? 0 : starts.getFirst().restNanos(nowNanos);
    }

    /** Whether nothing counts any more. */
    synchronized boolean isEmpty() {
        return starts.isEmpty();
    }
}
