package io.broadsheet.runtime.service;

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

    /** Finishes what is in hand, within 20 seconds, and stops. Closing twice is closing once. */
    @Override
    void close();
}
