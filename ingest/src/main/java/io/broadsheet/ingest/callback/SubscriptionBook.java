package io.broadsheet.ingest.callback;

import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.web.url.RegistrableHost;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** All subscriptions of all feeds, by their callbacks. Read by many threads, written by one. */
final class SubscriptionBook {

    private final Map<String, Subscribed> byCallback = new ConcurrentHashMap<>();
    private final Map<String, List<String>> callbacksBySource = new ConcurrentHashMap<>();

    /** The state of a feed is this from now on. */
    void put(FeedState state) {
        String host = RegistrableHost.of(state.getFeedUrl()).orElse(state.getFeedUrl());
        List<String> callbacks = new ArrayList<>();
        for (HubSubscription one : subscriptions(state)) {
            byCallback.put(one.getCallback(), new Subscribed(state.getSourceId(), host, one));
            callbacks.add(one.getCallback());
        }
        forgetOthers(state.getSourceId(), callbacks);
    }

    private static List<HubSubscription> subscriptions(FeedState state) {
        return state.getSubscriptions();
    }

    /** Nothing is known of a feed any more. */
    void remove(String sourceId) {
        forgetOthers(sourceId, List.of());
    }

    private void forgetOthers(String sourceId, List<String> callbacks) {
        List<String> former =
                callbacks.isEmpty()
                        ? callbacksBySource.remove(sourceId)
                        : callbacksBySource.put(sourceId, List.copyOf(callbacks));
        if (former != null) {
            former.stream().filter(it -> !callbacks.contains(it)).forEach(byCallback::remove);
        }
    }

    /** The subscription of a callback. */
    Optional<Subscribed> find(String callback) {
        return Optional.ofNullable(byCallback.get(callback));
    }
}
