package io.broadsheet.ingest.poll.hub;

import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The subscriptions of one feed: the one at the hub that it names, and others that are to end.
 * Immutable.
 */
public final class Subscriptions {

    private final List<HubSubscription> all;

    private Subscriptions(List<HubSubscription> all) {
        this.all = List.copyOf(all);
    }

    /** Those of a feed. */
    public static Subscriptions of(FeedState state) {
        return new Subscriptions(state.getSubscriptions());
    }

    /** Those of a feed that is being changed. */
    public static Subscriptions of(FeedState.Builder state) {
        return new Subscriptions(state.getSubscriptions());
    }

    /** All of them. */
    public List<HubSubscription> all() {
        return all;
    }

    /** The one of that callback. */
    public Optional<HubSubscription> find(String callback) {
        return all.stream().filter(it -> it.getCallback().equals(callback)).findFirst();
    }

    /** The one that is not to end. */
    public Optional<HubSubscription> current() {
        return all.stream().filter(it -> it.getState() != SubscriptionState.LEAVING).findFirst();
    }

    /** Whether a hub has promised to tell us, and is known to keep its word. */
    public static boolean isReliable(HubSubscription subscription, Instant at) {
        return isActive(subscription, at) && subscription.getSilentSince() == null;
    }

    /** Whether a hub has promised to tell us. */
    public static boolean isActive(HubSubscription subscription, Instant at) {
        Instant until = subscription.getLeaseUntil();
        return until != null && until.isAfter(at);
    }

    /** With this one in the place of that with its callback, or in front. */
    Subscriptions with(HubSubscription changed) {
        List<HubSubscription> next = new ArrayList<>();
        boolean found = false;
        for (HubSubscription one : all) {
            boolean same = one.getCallback().equals(changed.getCallback());
            next.add(same ? changed : one);
            found |= same;
        }
        if (!found) {
            next.addFirst(changed);
        }
        return new Subscriptions(next);
    }

    /** Without that of the callback. */
    Subscriptions without(String callback) {
        return new Subscriptions(
                all.stream().filter(it -> !it.getCallback().equals(callback)).toList());
    }

    /** Into a state, with what it says of the current one in short. */
    void writeTo(FeedState.Builder state) {
        Optional<HubSubscription> current = current();
        state.setSubscriptions(all)
                .setHubAskedAt(current.map(HubSubscription::getAskedAt).orElse(null))
                .setHubLeaseUntil(current.map(HubSubscription::getLeaseUntil).orElse(null));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Subscriptions those && all.equals(those.all);
    }

    @Override
    public int hashCode() {
        return all.hashCode();
    }
}
