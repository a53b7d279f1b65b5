package io.broadsheet.schemas.subscribe;

import java.time.Duration;

/** What comes after a handler has failed. */
public sealed interface FailureDecision
        permits FailureDecision.Retry, FailureDecision.Skip, FailureDecision.Stop {

    /**
     * The same delivery again, after a wait in which the stream keeps its place in the group.
     *
     * @param pause the wait, not negative
     */
    record Retry(Duration pause) implements FailureDecision {

        /** With a pause that can be waited for. */
        public Retry {
            if (pause.isNegative()) {
                throw new IllegalArgumentException("pause " + pause + ": must not be negative");
            }
        }
    }

    /** The delivery counts as done, and is logged. It is not given again. */
    record Skip() implements FailureDecision {}

    /** The stream ends; the delivery is the first that the next reader of the group is given. */
    record Stop() implements FailureDecision {}
}
