package io.broadsheet.web.fetch;

import java.util.Optional;

/**
 * Where whoever limits requests stands: asked before each redirect is followed, so that it can be
 * counted or stopped first, and told when a request really goes out and is answered.
 */
@FunctionalInterface
public interface HopGate {

    /** Lets everything through at once. */
    HopGate OPEN = _ -> Optional.empty();

    /**
     * Waits until the request may be made. The time for it is the fetch's own.
     *
     * @param url where the redirect leads, vetted by its text
     * @return why it must not be followed; empty if it may
     * @throws InterruptedException ends the fetch
     */
    Optional<String> await(String url) throws InterruptedException;

    /** The connection is open, and the first byte of a request is about to be written to it. */
    default void leaves() {}

    /** The head of its answer is there. */
    default void answered() {}
}
