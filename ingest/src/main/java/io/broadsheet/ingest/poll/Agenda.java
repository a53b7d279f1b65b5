package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.lane.Lanes;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.rules.Spread;
import io.broadsheet.ingest.poll.table.FeedTable;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which of our feeds are due. Feeds that are due all at once, because they were added together or
 * nobody polled for a while, are spread over a time that grows with their number, each at its own
 * place. Used by one thread.
 */
final class Agenda {

    /** A thousand feeds begin within fifty seconds. */
    private static final Duration SPREAD_EACH = Duration.ofMillis(50);

    /** After a mishap of ours; the feed is not to blame. */
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final FeedTable table;
    private final Lanes lanes;
    private final Bounds bounds;
    private final Set<String> askedFor = new HashSet<>();
    private final Map<String, Instant> pausedUntil = new HashMap<>();

    Agenda(FeedTable table, Lanes lanes, Bounds bounds) {
        this.table = table;
        this.lanes = lanes;
        this.bounds = bounds;
    }

    /** Somebody wants it polled now. */
    void askFor(String sourceId) {
        askedFor.add(sourceId);
    }

    /** It was polled. */
    void done(String sourceId) {
        askedFor.remove(sourceId);
        pausedUntil.remove(sourceId);
    }

    /** It could not be dealt with, for reasons of ours. */
    void pause(String sourceId, Instant now) {
        pausedUntil.put(sourceId, now.plus(PAUSE));
    }

    /** Those that are due, the longest due first. */
    List<KnownFeed> due(Instant now) {
        return table.feeds().stream()
                .flatMap(feed -> dueAt(feed).map(at -> new Due(feed, at)).stream())
                .filter(due -> !due.at().isAfter(now))
                .sorted(Comparator.comparing(Due::at))
                .map(Due::feed)
                .toList();
    }

    /** A feed and its time. */
    private record Due(KnownFeed feed, Instant at) {}

    /** When a feed is due; empty if it is not polled, or not by us. */
    Optional<Instant> dueAt(KnownFeed feed) {
        if (!feed.isPolled()) {
            return Optional.empty();
        }
        return lanes.openedAt(feed.host())
                .map(opened -> later(wanted(feed, opened), hindered(feed)));
    }

    private Instant wanted(KnownFeed feed, Instant opened) {
        if (askedFor.contains(feed.sourceId()) || feed.wasTouchedSincePoll()) {
            return Instant.EPOCH;
        }
        Instant begun = later(opened, feed.feed().getChangedAt());
        Instant start = feed.state().isEmpty() ? begun : opened;
        Instant place = start.plus(share(spread(), Spread.fraction(feed.sourceId())));
        return later(place, feed.nextFetchAt().orElse(Instant.EPOCH));
    }

    private Instant hindered(KnownFeed feed) {
        return later(
                table.blockedUntil(feed.host()),
                pausedUntil.getOrDefault(feed.sourceId(), Instant.EPOCH));
    }

    private Duration spread() {
        Duration wanted = SPREAD_EACH.multipliedBy(table.feeds().size());
        return wanted.compareTo(bounds.least()) > 0 ? bounds.least() : wanted;
    }

    private static Duration share(Duration whole, double fraction) {
        return Duration.ofMillis((long) (whole.toMillis() * fraction));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
