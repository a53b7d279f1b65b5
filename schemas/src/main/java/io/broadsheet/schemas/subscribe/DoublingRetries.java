package io.broadsheet.schemas.subscribe;

import java.time.Duration;

/** Tries again, each time after twice the pause, up to a minute. */
final class DoublingRetries implements FailurePolicy {

    private static final Duration PAUSE_MAX = Duration.ofMinutes(1);

    /** A pause is at its longest long before that. */
    private static final int DOUBLINGS_MAX = 30;

    private final int retriesMax;
    private final Duration firstPause;
    private final FailurePolicy then;

    DoublingRetries(int retriesMax, Duration firstPause, FailurePolicy then) {
        if (retriesMax < 0 || firstPause.isNegative()) {
            throw new IllegalArgumentException(
                    "retriesMax " + retriesMax + ", firstPause " + firstPause + ": not negative");
        }
        this.retriesMax = retriesMax;
        this.firstPause = firstPause;
        this.then = then;
    }

    @Override
    public FailureDecision decide(HandlerFailure failure) {
        int retries = failure.attempts() - 1;
        return retries < retriesMax
                ? new FailureDecision.Retry(pause(retries))
                : then.decide(failure);
    }

    private Duration pause(int retries) {
        Duration first = firstPause.compareTo(PAUSE_MAX) < 0 ? firstPause : PAUSE_MAX;
        Duration doubled = first.multipliedBy(1L << Math.min(retries, DOUBLINGS_MAX));
        return doubled.compareTo(PAUSE_MAX) < 0 ? doubled : PAUSE_MAX;
    }
}
