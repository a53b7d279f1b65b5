package io.broadsheet.enrich.service;

import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.REPLACE_THREAD;
import static org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** How often a stream thread may die. */
class ThreadReplacementTest {

    private final Exception death = new StreamsException("disk full");

    private Instant now = Instant.parse("2026-02-03T04:05:06Z");
    private final ThreadReplacement replacement = new ThreadReplacement(() -> now);

    @Test
    void theSixthDeathInTenMinutesStopsTheClientAndSaysWhy() {
        for (int count = 1; count <= 5; count++) {
            assertThat(replacement.handle(death)).isEqualTo(REPLACE_THREAD);
        }
        assertThat(replacement.failure()).isEmpty();

        assertThat(replacement.handle(death)).isEqualTo(SHUTDOWN_CLIENT);
        assertThat(replacement.failure()).contains(death);
    }

    @Test
    void deathsOfLongAgoAreForgotten() {
        for (int count = 1; count <= 20; count++) {
            assertThat(replacement.handle(death)).isEqualTo(REPLACE_THREAD);
            now = now.plus(Duration.ofMinutes(3));
        }
    }

    @Test
    void aRegistryThatIsAwayNeverStopsTheClient() {
        var outage = new StreamsException(new RegistryUnavailableException("no answer", death));
        for (int count = 1; count <= 20; count++) {
            assertThat(replacement.handle(outage)).isEqualTo(REPLACE_THREAD);
        }
    }

    @Test
    void anErrorStopsTheClientAtOnce() {
        assertThat(replacement.handle(new OutOfMemoryError("heap"))).isEqualTo(SHUTDOWN_CLIENT);
    }
}
