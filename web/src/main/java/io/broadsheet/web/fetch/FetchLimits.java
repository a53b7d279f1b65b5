package io.broadsheet.web.fetch;

import java.time.Duration;

/**
 * What one fetch may cost.
 *
 * @param bodyBytesMax bytes of the body that are read at most; a longer body ends the fetch as
 *     {@link BodyEnd#OVER_LIMIT}
 * @param keptBytesMax bytes of the body that are kept in memory; the rest is only counted and
 *     digested
 * @param redirectsMax hops that are followed
 * @param connectTimeMax for one connection, TLS included
 * @param totalTimeMax for the whole fetch, redirects included
 */
public record FetchLimits(
        long bodyBytesMax,
        int keptBytesMax,
        int redirectsMax,
        Duration connectTimeMax,
        Duration totalTimeMax) {

    /** Negative limits are a defect of the caller. */
    public FetchLimits {
        if (bodyBytesMax < 0 || keptBytesMax < 0 || redirectsMax < 0) {
            throw new IllegalArgumentException("a limit is negative");
        }
        if (!connectTimeMax.isPositive() || !totalTimeMax.isPositive()) {
            throw new IllegalArgumentException("a time is not positive");
        }
    }
}
