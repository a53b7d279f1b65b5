package io.broadsheet.enrich.service;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What happens when a stream thread dies: another takes its place, five times in ten minutes; then
 * the whole client stops, and says why. A registry that is away does not count, however long it is.
 */
final class ThreadReplacement implements StreamsUncaughtExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ThreadReplacement.class);
    private static final int DEATHS_MAX = 5;
    private static final Duration WINDOW = Duration.ofMinutes(10);
    private static final int CAUSES_MAX = 20;

    private final InstantSource clock;
    private final Deque<Instant> deaths = new ArrayDeque<>();
    private Optional<Throwable> failure = Optional.empty();

    ThreadReplacement(InstantSource clock) {
        this.clock = clock;
    }

    /** Why the client stopped, if it did. */
    synchronized Optional<Throwable> failure() {
        return failure;
    }

    @Override
    public synchronized StreamThreadExceptionResponse handle(Throwable death) {
        if (isOutage(death)) {
            LOG.atWarn().addKeyValue("error", death.getMessage()).log("registry away, retrying");
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.atError().setCause(death).log("stream thread died");
        if (death instanceof Error || tooMany()) {
            failure = Optional.of(death);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private boolean tooMany() {
        Instant now = clock.instant();
        deaths.addLast(now);
        deaths.removeIf(death -> death.isBefore(now.minus(WINDOW)));
        return deaths.size() > DEATHS_MAX;
    }

    private static boolean isOutage(Throwable death) {
        return Stream.iterate(death, cause -> cause != null, Throwable::getCause)
                .limit(CAUSES_MAX)
                .anyMatch(RegistryUnavailableException.class::isInstance);
    }
}
