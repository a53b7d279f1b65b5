package io.broadsheet.ingest.poll.rules;

import io.broadsheet.ingest.feed.FeedHead;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * How long to wait for the next look at a feed. It comes nearer when items come, in larger steps
 * the more of a document is new, since items may have been missed; it goes further away while
 * nothing comes. What the publisher says about time is a wish not to come sooner, honoured up to
 * the longest interval.
 */
public final class Interval {

    private static final double MANY = 0.5;
    private static final double AFTER_MANY = 0.25;
    private static final double AFTER_SOME = 0.5;
    private static final double AFTER_NONE = 1.25;
    private static final int DOUBLINGS_MAX = 12;
    private static final int HOURS = 24;

    private final Bounds bounds;

    /**
     * @param bounds within which every interval lies
     */
    public Interval(Bounds bounds) {
        this.bounds = bounds;
    }

    /**
     * After a document was read.
     *
     * @param former interval
     * @param items that the document has
     * @param fresh those that were new or had changed
     */
    public Duration afterItems(Duration former, int items, int fresh) {
        double share = items == 0 ? 0 : (double) fresh / items;
        double factor = share == 0 ? AFTER_NONE : share < MANY ? AFTER_SOME : AFTER_MANY;
        return bounds.clamp(times(former, factor));
    }

    /** After nothing had changed. */
    public Duration afterSilence(Duration former) {
        return bounds.clamp(times(former, AFTER_NONE));
    }

    /** The wait after so many failures in a row, 1 or more: twice as long each time. */
    public Duration afterFailures(Duration interval, long failures) {
        long doublings = Math.min(DOUBLINGS_MAX, Math.max(1, failures));
        return bounds.clamp(interval.multipliedBy(1L << doublings));
    }

    /**
     * The longest of the publisher's wishes, no longer than the longest interval.
     *
     * @param lifetime what the headers say
     * @param head what the feed says
     */
    public Duration wished(Optional<Duration> lifetime, Optional<FeedHead> head) {
        Duration longest =
                Stream.of(
                                lifetime,
                                head.flatMap(FeedHead::ttl),
                                head.flatMap(FeedHead::updatePeriod),
                                head.filter(FeedHead::expired).map(_ -> bounds.most()))
                        .flatMap(Optional::stream)
                        .max(Duration::compareTo)
                        .orElse(Duration.ZERO);
        return longest.compareTo(bounds.most()) > 0 ? bounds.most() : longest;
    }

    /** The next time that is in none of the publisher's quiet hours, unless all hours are quiet. */
    public static Instant awake(Instant wanted, Optional<FeedHead> head) {
        Set<Integer> quiet = new HashSet<>(head.map(FeedHead::quietHours).orElse(List.of()));
        if (quiet.size() >= HOURS) {
            return wanted;
        }
        Instant at = wanted;
        while (quiet.contains(at.atOffset(ZoneOffset.UTC).getHour())) {
            at = at.truncatedTo(ChronoUnit.HOURS).plus(Duration.ofHours(1));
        }
        return at;
    }

    private static Duration times(Duration duration, double factor) {
        return Duration.ofMillis((long) (duration.toMillis() * factor));
    }
}
