package io.broadsheet.ingest.poll.books;

import io.broadsheet.ingest.poll.visit.Errand;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.web.url.RegistrableHost;

import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Optional;

/**
 * A feed, and what is known of it.
 *
 * @param feed as the operator wants it
 * @param state of its last poll; empty before the first
 * @param url where it is fetched from: where it has moved, or else as the operator gave it
 * @param host registrable host of the URL; the whole URL if it has none
 */
public record KnownFeed(Feed feed, Optional<FeedState> state, String url, String host) {

    /**
     * From what the topics say.
     *
     * @param state null before the first poll
     */
    public static KnownFeed of(Feed feed, @Nullable FeedState state) {
        String url = url(feed, state);
        return new KnownFeed(
                feed, Optional.ofNullable(state), url, RegistrableHost.of(url).orElse(url));
    }

    /** One that was taken off the list: its state is all there is of it, and it is not polled. */
    public static KnownFeed departed(FeedState state) {
        String url = Optional.ofNullable(state.getConfiguredUrl()).orElse(state.getFeedUrl());
        Feed feed =
                Feed.newBuilder()
                        .setSourceId(state.getSourceId())
                        .setFeedUrl(url)
                        .setPaused(true)
                        .setAddedAt(Instant.EPOCH)
                        .setChangedAt(Instant.EPOCH)
                        .build();
        return of(feed, state);
    }

    /** A move holds for the URL that has moved: a new one from the operator is where it is. */
    private static String url(Feed feed, @Nullable FeedState state) {
        return state != null && feed.getFeedUrl().equals(state.getConfiguredUrl())
                ? state.getFeedUrl()
                : feed.getFeedUrl();
    }

    /** Whose articles its items are. */
    public String sourceId() {
        return feed.getSourceId();
    }

    /** What is known of the very URL; nothing if the operator has given another since. */
    public Optional<FeedState> stateOfUrl() {
        return state.filter(it -> feed.getFeedUrl().equals(it.getConfiguredUrl()));
    }

    /** Whether an operator had a hand in it since it was polled last. */
    public boolean wasTouchedSincePoll() {
        return state.map(FeedState::getLastPollAt)
                .filter(polled -> feed.getChangedAt().isAfter(polled))
                .isPresent();
    }

    /** Whether it is asked for at all. */
    public boolean isPolled() {
        return !feed.getPaused() && (!isGone() || wasTouchedSincePoll());
    }

    /** Whether it has said that it is no more. */
    public boolean isGone() {
        return stateOfUrl().filter(FeedState::getGone).isPresent();
    }

    /** When it is to be polled, if nobody hinders it; empty if that is at once. */
    public Optional<Instant> nextFetchAt() {
        return wasTouchedSincePoll()
                ? Optional.empty()
                : stateOfUrl().map(FeedState::getNextFetchAt);
    }

    /**
     * The rung of the identity ladder to begin at: the operator's word, else what the feed's own
     * names were worth so far; UNKNOWN before the first poll.
     */
    public IdentityBasis identityPolicy() {
        IdentityBasis wanted = feed.getIdentityPolicy();
        return wanted == IdentityBasis.UNKNOWN
                ? state.map(FeedState::getIdentityPolicy).orElse(IdentityBasis.UNKNOWN)
                : wanted;
    }

    /** What to ask for. */
    public Errand errand() {
        return new Errand(
                sourceId(),
                url,
                stateOfUrl().map(FeedState::getEtag),
                stateOfUrl().map(FeedState::getLastModified),
                stateOfUrl().map(FeedState::getPayloadDigest),
                identityPolicy(),
                state.map(FeedState::getSeenItems).orElse(ByteBuffer.allocate(0)));
    }
}
