package io.broadsheet.syndicate.http;

import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;

/** A place among so many, given back once however often it is closed. */
public final class Permit implements AutoCloseable {

    private final Semaphore places;
    private final AtomicBoolean given = new AtomicBoolean();

    private Permit(Semaphore places) {
        this.places = places;
    }

    /** Takes a place; empty if there is none. */
    public static Optional<Permit> of(Semaphore places) {
        return places.tryAcquire() ? Optional.of(new Permit(places)) : Optional.empty();
    }

    @Override
    public void close() {
        if (given.compareAndSet(false, true)) {
            places.release();
        }
    }
}
