package io.broadsheet.ingest.poll.health;

import io.broadsheet.ingest.poll.hub.Subscriptions;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;

import java.time.Instant;
import java.util.Optional;

/**
 * How the hub of a feed is at a time.
 *
 * @param condition in one word
 * @param hub URL that the feed names; empty if it names none
 * @param leaseUntil until when the hub has promised to tell us
 * @param lastPushAt when it told us last
 * @param why what is wrong, in words; empty if nothing is
 */
public record HubHealth(
        HubCondition condition,
        Optional<String> hub,
        Optional<Instant> leaseUntil,
        Optional<Instant> lastPushAt,
        Optional<String> why) {

    /** So many questions without an answer are no chance any more. */
    private static final int ATTEMPTS_MAX = 2;

    /** As of now. */
    public static HubHealth of(Optional<FeedState> feed, Instant now) {
        Optional<String> hub = feed.map(FeedState::getHub);
        Optional<HubSubscription> current =
                feed.map(Subscriptions::of).flatMap(Subscriptions::current);
        boolean leaving = current.isEmpty() && feed.isPresent() && hasAny(feed.get());
        HubCondition condition =
                current.map(it -> condition(it, now))
                        .orElseGet(() -> {
                            HubCondition without =
                                    hub.isPresent() ? HubCondition.POLLING_ONLY : HubCondition.NONE;
                            return leaving ? HubCondition.LEAVING : without;
                        });
        return new HubHealth(
                condition,
                hub,
                current.map(HubSubscription::getLeaseUntil),
                current.map(HubSubscription::getLastPushAt),
                current.flatMap(it -> why(it, condition)));
    }

    private static boolean hasAny(FeedState feed) {
        return !Subscriptions.of(feed).all().isEmpty();
    }

    private static HubCondition condition(HubSubscription hub, Instant now) {
        if (hub.getState() == SubscriptionState.DENIED) {
            return HubCondition.DENIED;
        }
        if (Subscriptions.isActive(hub, now)) {
            return hub.getSilentSince() == null ? HubCondition.ACTIVE : HubCondition.SILENT;
        }
        boolean lapsed = hub.getLeaseUntil() != null;
        return lapsed || hub.getAttempts() > ATTEMPTS_MAX || hub.getLastError() != null
                ? HubCondition.FAILING
                : HubCondition.ASKED;
    }

    private static Optional<String> why(HubSubscription hub, HubCondition condition) {
        String error = Optional.ofNullable(hub.getLastError()).orElse("it has not answered");
        return switch (condition) {
            case NONE, POLLING_ONLY, ASKED, ACTIVE, LEAVING -> Optional.empty();
            case SILENT -> Optional.of("its hub does not send all; since " + hub.getSilentSince());
            case DENIED -> Optional.of("its hub has " + error);
            case FAILING -> Optional.of("its hub does not promise to tell us: " + error);
        };
    }
}
