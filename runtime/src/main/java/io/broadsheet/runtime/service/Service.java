package io.broadsheet.runtime.service;

import io.micrometer.core.instrument.MeterRegistry;

import java.util.Optional;

/**
 * Something that runs until it is closed: a consumer loop, a topology, a server. It has threads of
 * its own; {@link #start} returns at once.
 */
public interface Service extends AutoCloseable {

    /** Short name for logs, such as {@code enrich}. */
    String name();

    /** Begins. Called once. */
    void start();

    /** Why it stopped by itself, if it did. A service that runs, or was closed, has no failure. */
    Optional<Throwable> failure();

    /**
     * Why it takes no work at the moment, in words for an operator: it is restoring, has no
     * partitions yet, or waits for a database or a registry. Empty if it works, or would if there
     * were work.
     */
    default Optional<String> notReady() {
        return failure().map(Throwable::toString);
    }

    /** Registers what can be measured of it. Called once, before {@link #start}. */
    default void bindTo(MeterRegistry meters) {}

    /** Finishes what is in hand, within 20 seconds, and stops. Closing twice is closing once. */
    @Override
    void close();
}
