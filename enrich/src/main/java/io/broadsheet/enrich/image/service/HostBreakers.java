package io.broadsheet.enrich.image.service;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;

import io.broadsheet.v1.ImageVerdict;

import java.time.Instant;
import java.util.Optional;

/**
 * Leaves host names alone that have failed several times in a row. When the time is over one
 * request may try; if it fails the time begins anew. Safe for any number of threads.
 */
final class HostBreakers {

    private static final int HOSTS_MAX = 10_000;

    private final Politeness politeness;
    private final Cache<String, State> states =
            Caffeine.newBuilder().maximumSize(HOSTS_MAX).build();

    HostBreakers(Politeness politeness) {
        this.politeness = politeness;
    }

    private record State(int failures, Instant openUntil, ImageVerdict last) {}

    /** How the host failed last, if it is to be left alone now. */
    Optional<ImageVerdict> open(String host, Instant now) {
        return Optional.ofNullable(states.getIfPresent(host))
                .filter(state -> state.openUntil().isAfter(now))
                .map(State::last);
    }

    /** How many hosts are to be left alone now. */
    long open(Instant now) {
        return states.asMap().values().stream()
                .filter(state -> state.openUntil().isAfter(now))
                .count();
    }

    /** Notes how a check of the host ended. */
    void note(String host, ImageVerdict verdict, Instant now) {
        if (isFailure(verdict)) {
            states.asMap()
                    .compute(
                            host,
                            (_, before) ->
                                    failed(before == null ? 0 : before.failures(), verdict, now));
        } else {
            states.invalidate(host);
        }
    }

    private State failed(int before, ImageVerdict verdict, Instant now) {
        int failures = before + 1;
        Instant openUntil =
                failures >= politeness.breakerFailures()
                        ? now.plus(politeness.breakerTime())
                        : Instant.MIN;
        return new State(failures, openUntil, verdict);
    }

    /** Whether the host itself is in trouble, and not just one of its images. */
    private static boolean isFailure(ImageVerdict verdict) {
        return switch (verdict) {
            case DNS_FAILURE, CONNECTION_FAILED, TLS_FAILURE, TIMEOUT, SERVER_ERROR -> true;
            default -> false;
        };
    }
}
