package io.broadsheet.ingest.poll.rules;

import io.broadsheet.runtime.digest.Sha256;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;

/**
 * Chance without dice: the same feed at the same time always gets the same fraction, and different
 * feeds get different ones, so that feeds that were added together are not asked for together.
 */
public final class Spread {

    /** A tenth, as RFC 9110 leaves to clients and hosts are thankful for. */
    private static final double JITTER_MAX = 0.1;

    private static final double RANGE = 1L << 53;

    private Spread() {}

    /** From 0 to below 1, by the feed alone. */
    public static double fraction(String sourceId) {
        return ofText(sourceId);
    }

    /** The interval and up to a tenth more. */
    public static Duration jittered(Duration interval, String sourceId, Instant at) {
        double more = JITTER_MAX * ofText(sourceId + "\n" + at.toEpochMilli());
        return interval.plusMillis((long) (interval.toMillis() * more));
    }

    private static double ofText(String text) {
        byte[] digest = Sha256.start().digest(text.getBytes(StandardCharsets.UTF_8));
        return (ByteBuffer.wrap(digest).getLong() >>> 11) / RANGE;
    }
}
