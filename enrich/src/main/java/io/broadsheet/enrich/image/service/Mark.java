package io.broadsheet.enrich.image.service;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;

/** One record in hand: whether all that it asked for is safe on its topics. */
final class Mark {

    private final long offset;
    private final AtomicInteger open;
    private final AtomicReference<State> state = new AtomicReference<>(State.OPEN);

    /**
     * @param open counts the marks that are neither done nor dropped, this one included from now on
     */
    Mark(long offset, AtomicInteger open) {
        this.offset = offset;
        this.open = open;
        open.incrementAndGet();
    }

    private enum State {
        OPEN,
        DONE,
        DROPPED
    }

    long offset() {
        return offset;
    }

    boolean isDone() {
        return state.get() == State.DONE;
    }

    /** Called once its answer is acknowledged by the broker. */
    void done() {
        leave(State.DONE);
    }

    /** Whether another instance will see to it. */
    boolean isDropped() {
        return state.get() == State.DROPPED;
    }

    void drop() {
        leave(State.DROPPED);
    }

    private void leave(State next) {
        if (state.compareAndSet(State.OPEN, next)) {
            open.decrementAndGet();
        }
    }
}
