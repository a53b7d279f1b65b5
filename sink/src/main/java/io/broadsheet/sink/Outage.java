package io.broadsheet.sink;

import io.broadsheet.sink.store.Unavailable;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A time in which the world does not answer. It lasts as long as it lasts: each try that fails
 * doubles the wait to the next, up to a bound; the first that succeeds ends it.
 */
final class Outage {

    private static final Logger LOG = LoggerFactory.getLogger(Outage.class);

    private final String of;
    private final Duration waitMin;
    private final Duration waitMax;
    private Duration wait = Duration.ZERO;
    private Instant nextTry = Instant.MIN;

    /**
     * @param of what is waited for, for the log
     */
    Outage(String of, Duration waitMin, Duration waitMax) {
        this.of = of;
        this.waitMin = waitMin;
        this.waitMax = waitMax;
    }

    /** Whether the last try failed. */
    boolean isOn() {
        return wait.isPositive();
    }

    /** Whether it is time to try, for the first time or again. */
    boolean mayTry(Instant now) {
        return !now.isBefore(nextTry);
    }

    /** Takes note of how a try went. */
    void tried(Optional<Unavailable> obstacle, Instant now) {
        if (obstacle.isPresent()) {
            wait = isOn() ? min(wait.multipliedBy(2), waitMax) : waitMin;
            nextTry = now.plus(wait);
            LOG.atWarn()
                    .addKeyValue("of", of)
                    .addKeyValue("reason", obstacle.get().reason())
                    .addKeyValue("retryMillis", wait.toMillis())
                    .log("unavailable, waiting");
        } else if (isOn()) {
            wait = Duration.ZERO;
            nextTry = Instant.MIN;
            LOG.atInfo().addKeyValue("of", of).log("available again");
        }
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
