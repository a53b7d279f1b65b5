package io.broadsheet.ingest.poll.rules;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How many items a feed has in a day, and how long it may be silent before that is odd. */
public final class Rate {

    private static final double DAY_SECONDS = Duration.ofDays(1).toSeconds();

    /** Seven days of half-life. */
    private static final double MEMORY_DAYS = 7 / Math.log(2);

    /** Items that come together are not counted as if they came one a second. */
    private static final double GAP_DAYS_MIN = 1.0 / 96;

    /** So many mean gaps without an item are no chance any more. */
    private static final double GAPS_MAX = 5;

    private static final Duration SILENCE_MIN = Duration.ofDays(1);
    private static final Duration SILENCE_MAX = Duration.ofDays(365);

    /** Where nobody knows how often a feed speaks. */
    private static final Duration SILENCE_UNKNOWN = Duration.ofDays(30);

    private Rate() {}

    /**
     * The mean after more items came.
     *
     * @param former mean, 0 if there is none yet
     * @param last when items came before; empty if these are the first, which tell nothing
     * @param items that came now
     */
    public static float after(float former, Optional<Instant> last, int items, Instant now) {
        if (last.isEmpty() || items == 0) {
            return former;
        }
        double gap =
                Math.max(GAP_DAYS_MIN, Duration.between(last.get(), now).toSeconds() / DAY_SECONDS);
        double sample = items / gap;
        double weight = former == 0 ? 1 : 1 - Math.exp(-gap / MEMORY_DAYS);
        return (float) (former + weight * (sample - former));
    }

    /** Items in a day as of now: no more than the present silence allows. */
    public static double now(float mean, Optional<Instant> last, Instant now) {
        return last.map(at -> Duration.between(at, now).toSeconds() / DAY_SECONDS)
                .map(days -> days < 1 ? mean : Math.min(mean, 1 / days))
                .orElse((double) mean);
    }

    /** How long a feed of that mean may be silent before something may be wrong. */
    public static Duration silenceMax(float mean) {
        if (mean <= 0) {
            return SILENCE_UNKNOWN;
        }
        Duration expected = Duration.ofSeconds((long) (GAPS_MAX * DAY_SECONDS / mean));
        if (expected.compareTo(SILENCE_MIN) < 0) {
            return SILENCE_MIN;
        }
        return expected.compareTo(SILENCE_MAX) > 0 ? SILENCE_MAX : expected;
    }
}
