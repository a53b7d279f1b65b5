package io.broadsheet.ingest.poll.health;

import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.rules.Rate;
import io.broadsheet.v1.FeedState;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * How a feed is at a time.
 *
 * @param feed which
 * @param condition in one word
 * @param itemsPerDay new items, lately
 * @param silence since the last new item; empty if there never was one
 * @param nextFetchAt when it is asked for next; empty if it is not, or at once
 * @param why what is wrong, in words; empty if nothing is
 * @param hub how its hub is
 */
public record FeedHealth(
        KnownFeed feed,
        FeedCondition condition,
        double itemsPerDay,
        Optional<Duration> silence,
        Optional<Instant> nextFetchAt,
        Optional<String> why,
        HubHealth hub) {

    /** As of now. */
    public static FeedHealth of(KnownFeed feed, Instant now) {
        Optional<FeedState> state = feed.stateOfUrl();
        Optional<Instant> lastNew = state.map(FeedState::getLastNewItemAt);
        float mean = state.map(FeedState::getItemsPerDay).orElse(0f);
        FeedCondition condition = condition(feed, now);
        return new FeedHealth(
                feed,
                condition,
                Rate.now(mean, lastNew, now),
                lastNew.map(at -> Duration.between(at, now)),
                feed.isPolled() ? feed.nextFetchAt() : Optional.empty(),
                why(feed, condition, now),
                HubHealth.of(state, now));
    }

    private static FeedCondition condition(KnownFeed feed, Instant now) {
        if (feed.feed().getPaused()) {
            return FeedCondition.PAUSED;
        }
        if (feed.isGone()) {
            return feed.isPolled() ? FeedCondition.NEW : FeedCondition.GONE;
        }
        return feed.stateOfUrl().map(state -> condition(state, now)).orElse(FeedCondition.NEW);
    }

    private static FeedCondition condition(FeedState state, Instant now) {
        if (state.getRetryAfter() != null && state.getRetryAfter().isAfter(now)) {
            return FeedCondition.BLOCKED;
        }
        if (state.getConsecutiveFailures() > 0) {
            return FeedCondition.FAILING;
        }
        return isSilent(state, now) ? FeedCondition.SILENT : FeedCondition.OK;
    }

    private static boolean isSilent(FeedState state, Instant now) {
        Instant last = state.getLastNewItemAt();
        return last != null && now.isAfter(last.plus(Rate.silenceMax(state.getItemsPerDay())));
    }

    private static Optional<String> why(KnownFeed feed, FeedCondition condition, Instant now) {
        Optional<FeedState> state = feed.stateOfUrl();
        return switch (condition) {
            case NEW, OK, PAUSED -> Optional.empty();
            case FAILING ->
                    state.map(it ->
                            "%s (%.0f in a row)"
                                    .formatted(it.getLastError(), it.getConsecutiveFailures()));
            case GONE, BLOCKED -> state.map(FeedState::getLastError);
            case SILENT ->
                    state.map(FeedState::getLastNewItemAt)
                            .map(last ->
                                    "nothing new for %d days, longer than usual"
                                            .formatted(Duration.between(last, now).toDays()));
        };
    }
}
