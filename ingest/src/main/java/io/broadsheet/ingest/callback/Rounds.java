package io.broadsheet.ingest.callback;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** Lets many wait for the next round of one who goes round; who comes during one gets the next. */
final class Rounds {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private long wanted;
    private long done = -1;

    /** The round to make: to be asked before it is begun. */
    long wanted() {
        lock.lock();
        try {
            return wanted;
        } finally {
            lock.unlock();
        }
    }

    /** A round has been made. */
    void done(long round) {
        lock.lock();
        try {
            done = round;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /**
     * Wants a round that begins from now on, and waits for its end.
     *
     * @return false if that took too long
     */
    boolean await(Duration longest) throws InterruptedException {
        lock.lock();
        try {
            long mine = ++wanted;
            long leftNanos = longest.toNanos();
            while (done < mine && leftNanos > 0) {
                leftNanos = changed.awaitNanos(leftNanos);
            }
            return done >= mine;
        } finally {
            lock.unlock();
        }
    }
}
