package io.broadsheet.enrich.topology;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits out a registry that does not answer, with growing pauses, well inside the bounds of a poll,
 * a transaction and a close. If that is not enough the exception goes on and ends the stream
 * thread; its successor takes the same record up again. So the wait as a whole has no end, by
 * decision: a registry that is away must never turn a good article into a dead letter.
 *
 * @param waitMax how long one call is waited for
 */
record RegistryPatience(Duration waitMax) {

    /** Shorter than the 20 s in which a service must close. */
    private static final Duration WAIT_MAX = Duration.ofSeconds(10);

    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);
    private static final Duration PAUSE_MIN = Duration.ofMillis(50);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(2);

    /** As long as the thread can be spared: 10 s. */
    static RegistryPatience standard() {
        return new RegistryPatience(WAIT_MAX);
    }

    /**
     * The answer of the call.
     *
     * @throws RegistryUnavailableException if there was none in time
     */
    <T> T with(Supplier<T> call) {
        long giveUpNanos = System.nanoTime() + waitMax.toNanos();
        Duration pause = PAUSE_MIN;
        while (true) {
            try {
                return call.get();
            } catch (RegistryUnavailableException e) {
                if (System.nanoTime() - giveUpNanos >= 0 || !slept(pause)) {
                    throw e;
                }
                LOG.atWarn().addKeyValue("error", e.getMessage()).log("waiting for the registry");
                pause =
                        pause.multipliedBy(2).compareTo(PAUSE_MAX) < 0
                                ? pause.multipliedBy(2)
                                : PAUSE_MAX;
            }
        }
    }

    /** False if the thread was interrupted, which ends the patience. */
    private static boolean slept(Duration pause) {
        try {
            Thread.sleep(pause);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
