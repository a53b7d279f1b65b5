package io.broadsheet.web.fetch;

/** Asked before each redirect is followed, so that whoever limits requests can count it first. */
@FunctionalInterface
public interface HopGate {

    /** Lets everything through at once. */
    HopGate OPEN = _ -> {};

    /**
     * Waits until the request may be made. The time for it is the fetch's own.
     *
     * @param url where the redirect leads, vetted by its text
     * @throws InterruptedException ends the fetch
     */
    void await(String url) throws InterruptedException;
}
