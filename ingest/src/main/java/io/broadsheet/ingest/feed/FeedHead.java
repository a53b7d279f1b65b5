package io.broadsheet.ingest.feed;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What a feed says of itself: the poller lives by it.
 *
 * @param title of the feed; null if it says none
 * @param homePage absolute URL of the site, RSS {@code link}, Atom {@code link rel=alternate}; null
 *     if it says none
 * @param self absolute URL under which the feed wants to be fetched, {@code rel=self} or JSON
 *     Feed's {@code feed_url}; null if it says none
 * @param hubs absolute URLs of its WebSub hubs, {@code rel=hub}, in their order
 * @param ttl how long it may be kept, RSS {@code ttl}; empty if it does not say
 * @param updatePeriod time between updates, {@code sy:updatePeriod} divided by {@code
 *     sy:updateFrequency}; empty if it does not say
 * @param quietHours hours of the day, GMT, 0 to 23, when nothing is published, RSS {@code
 *     skipHours}
 * @param expired whether it says that it will never be updated again, JSON Feed's {@code expired},
 *     RFC 5005's {@code fh:complete}
 */
public record FeedHead(
        @Nullable String title,
        @Nullable String homePage,
        @Nullable String self,
        List<String> hubs,
        Optional<Duration> ttl,
        Optional<Duration> updatePeriod,
        List<Integer> quietHours,
        boolean expired) {

    public FeedHead {
        hubs = List.copyOf(hubs);
        quietHours = List.copyOf(quietHours);
    }
}
