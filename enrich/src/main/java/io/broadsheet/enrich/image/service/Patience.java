package io.broadsheet.enrich.image.service;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.function.Supplier;

/**
 * Waits out a registry that does not answer, with growing pauses and without an end, by decision: a
 * registry that is away must never turn a good request into a dead letter. Only for threads that
 * nobody waits for; an interrupt ends it.
 */
final class Patience {

    private static final Logger LOG = LoggerFactory.getLogger(Patience.class);
    private static final Duration PAUSE_MIN = Duration.ofMillis(50);
    private static final Duration PAUSE_MAX = Duration.ofSeconds(5);

    private Patience() {}

    /**
     * The answer of the call.
     *
     * @throws InterruptedException if the service is closing
     */
    static <T> T with(Supplier<T> call) throws InterruptedException {
        Duration pause = PAUSE_MIN;
        while (true) {
            try {
                return call.get();
            } catch (RegistryUnavailableException e) {
                LOG.atWarn().addKeyValue("error", e.getMessage()).log("waiting for the registry");
                Thread.sleep(pause);
                pause = longer(pause);
            }
        }
    }

    /** Twice as long, within the bound. */
    static Duration longer(Duration pause) {
        Duration twice = pause.multipliedBy(2);
        return twice.compareTo(PAUSE_MAX) < 0 ? twice : PAUSE_MAX;
    }
}
