package io.broadsheet.enrich.image.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One record in hand: whether all that it asked for is safe on its topics. */
final class Mark {

    private final long offset;
    private final long timestamp;
    private final AtomicInteger open;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /**
     * @param timestamp of the record, in milliseconds since 1970
     * @param open counts the marks that are neither done nor dropped, this one included from now on
     */
    Mark(long offset, long timestamp, AtomicInteger open) {
        this.offset = offset;
        this.timestamp = timestamp;
        this.open = open;
        open.incrementAndGet();
    }

    private enum State {
        OPEN,
        RUNNING,
        DONE,
        DROPPED
    }

    long offset() {
        return offset;
    }

    long timestamp() {
        return timestamp;
    }

    boolean isDone() {
        return state.get() == State.DONE;
    }

    /** Called once its answer is acknowledged by the broker. */
    void done() {
        leave(State.DONE);
    }

    /** Servers are asked for it from now on, if it was not dropped. */
    void begin() {
        state.compareAndSet(State.OPEN, State.RUNNING);
    }

    /** It waits again. */
    void rest() {
        state.compareAndSet(State.RUNNING, State.OPEN);
    }

    /** Whether another instance will see to it. */
    boolean isDropped() {
        return state.get() == State.DROPPED;
    }

    void drop() {
        leave(State.DROPPED);
    }

    /** Drops it, unless a server is being asked for it. */
    void dropWaiting() {
        if (state.compareAndSet(State.OPEN, State.DROPPED)) {
            open.decrementAndGet();
        }
    }

    private void leave(State next) {
        State before = state.getAndUpdate(now -> isLeft(now) ? now : next);
        if (!isLeft(before)) {
            open.decrementAndGet();
        }
    }

    private static boolean isLeft(State state) {
        return state == State.DONE || state == State.DROPPED;
    }
}
