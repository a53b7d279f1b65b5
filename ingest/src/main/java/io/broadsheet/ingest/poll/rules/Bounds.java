package io.broadsheet.ingest.poll.rules;

import java.time.Duration;

/**
 * How often a feed may be asked for at most and is at least.
 *
 * @param least no feed is asked for again sooner, unless somebody asks for it
 * @param most a feed that works is asked for again after that, whatever it wishes
 */
public record Bounds(Duration least, Duration most) {

    /** From a quarter of an hour to a day. */
    public static final Bounds USUAL = new Bounds(Duration.ofMinutes(15), Duration.ofDays(1));

    /** The first interval of a feed that we know nothing about. */
    private static final Duration FIRST = Duration.ofHours(1);

    /** The least must be positive and no more than the most. */
    public Bounds {
        if (!least.isPositive() || least.compareTo(most) > 0) {
            throw new IllegalArgumentException("from " + least + " to " + most);
        }
    }

    /** The nearest within. */
    public Duration clamp(Duration wanted) {
        if (wanted.compareTo(least) < 0) {
            return least;
        }
        return wanted.compareTo(most) > 0 ? most : wanted;
    }

    /** Of a feed that was never read. */
    public Duration first() {
        return clamp(FIRST);
    }
}
