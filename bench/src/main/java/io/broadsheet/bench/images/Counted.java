package io.broadsheet.bench.images;

import java.time.Duration;
import java.util.concurrent.atomic.LongAdder;

/** What was done in a stretch of time, and what of it were pictures. Safe for any threads. */
final class Counted {

    private final LongAdder done = new LongAdder();
    private final LongAdder pictures = new LongAdder();
    private final long startNanos = System.nanoTime();
    private volatile boolean over;
    private volatile double seconds;

    void add(boolean picture) {
        if (over) {
            return;
        }
        done.increment();
        if (picture) {
            pictures.increment();
        }
    }

    /** Counts for so long, and then no more. */
    void runFor(Duration time) throws InterruptedException {
        Thread.sleep(time);
        over = true;
        seconds = (System.nanoTime() - startNanos) / 1e9;
    }

    boolean isOver() {
        return over;
    }

    double perSecond() {
        return done.sum() / seconds;
    }

    /** Errors of the origin, hangs and our own faults, of all. */
    double failedShare() {
        return 1 - (double) pictures.sum() / Math.max(1, done.sum());
    }
}
