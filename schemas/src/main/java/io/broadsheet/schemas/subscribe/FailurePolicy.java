package io.broadsheet.schemas.subscribe;

import java.time.Duration;

/** Decides what comes after a handler has failed. May also count and alert: it is told of each. */
@FunctionalInterface
public interface FailurePolicy {

    /**
     * Decides.
     *
     * @param failure what failed, and how often so far
     * @return what is to be done
     */
    FailureDecision decide(HandlerFailure failure);

    /** Ends the stream at the first failure. */
    static FailurePolicy stop() {
        return failure -> new FailureDecision.Stop();
    }

    /** Skips each delivery that fails, at once. What fails because of an outage is skipped too. */
    static FailurePolicy skip() {
        return failure -> new FailureDecision.Skip();
    }

    /**
     * Tries again with pauses that double up to a minute, then leaves it to another policy.
     *
     * @param retriesMax how many times the delivery is tried again
     * @param firstPause before the first of them
     * @param then what decides after the last of them
     */
    static FailurePolicy retrying(int retriesMax, Duration firstPause, FailurePolicy then) {
        return new DoublingRetries(retriesMax, firstPause, then);
    }
}
