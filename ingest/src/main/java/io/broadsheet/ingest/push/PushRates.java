package io.broadsheet.ingest.push;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * How often each token may push: so many requests in a minute, which come back one by one, and all
 * at once to whoever was quiet for a minute. May be used by many threads.
 */
final class PushRates {

    private static final double MINUTE_NANOS = Duration.ofMinutes(1).toNanos();

    private final int perMinute;
    private final Map<Integer, Credit> credits = new HashMap<>();

    /**
     * @param perMinute requests of one token
     */
    PushRates(int perMinute) {
        this.perMinute = perMinute;
    }

    /** What a token may still do at once, as of then. */
    private record Credit(double requests, Instant at) {}

    /**
     * Takes a request off a token's credit.
     *
     * @param token by its place in the list
     * @return zero if it may be made; else how long until it may, and nothing is taken
     */
    synchronized Duration take(int token, Instant now) {
        Credit before = credits.getOrDefault(token, new Credit(perMinute, now));
        long nanos = Math.max(0, Duration.between(before.at(), now).toNanos());
        double credit = Math.min(perMinute, before.requests() + nanos * perMinute / MINUTE_NANOS);
        boolean enough = credit >= 1;
        credits.put(token, new Credit(enough ? credit - 1 : credit, now));
        return enough ? Duration.ZERO : untilNext(credit);
    }

    /** To the millisecond, as a credit is no exact number. */
    private Duration untilNext(double credit) {
        double millis = (1 - credit) * MINUTE_NANOS / perMinute / 1_000_000;
        return Duration.ofMillis(Math.max(1, Math.round(millis)));
    }
}
