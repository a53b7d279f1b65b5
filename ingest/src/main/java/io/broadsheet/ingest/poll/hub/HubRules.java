package io.broadsheet.ingest.poll.hub;

import io.broadsheet.ingest.poll.host.HostRests;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.rules.Interval;
import io.broadsheet.ingest.poll.rules.Spread;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * What is to be asked of hubs. Each feed that is polled and names a hub has one subscription there;
 * it is asked for until the hub confirms it, ever more seldom, and again before it ends. What is
 * not wanted any more is ended: five times the hub is told so, and never once its promise is over.
 */
public final class HubRules {

    private static final int LEAVE_ATTEMPTS_MAX = 5;

    private final HubTerms terms;
    private final Bounds bounds;
    private final HostRests rests;
    private final Unguessable words;

    /**
     * @param bounds of the times between two questions
     * @param rests which hubs' hosts want to be left alone
     * @param words makes callbacks and secrets
     */
    public HubRules(HubTerms terms, Bounds bounds, HostRests rests, Unguessable words) {
        this.terms = terms;
        this.bounds = bounds;
        this.rests = rests;
        this.words = words;
    }

    /**
     * A change, and what it is for.
     *
     * @param state to be kept before anything is asked, so that any instance knows the answer
     * @param errand what to ask then; empty if nothing
     */
    public record Step(FeedState state, Optional<HubErrand> errand) {}

    /**
     * What is to be done now; empty if nothing is.
     *
     * @param wanted whether the feed is polled at all
     */
    public Optional<Step> next(FeedState state, boolean wanted, Instant now) {
        Subscriptions before = Subscriptions.of(state);
        boolean offered = wanted && state.getHub() != null && state.getHubTopic() != null;
        if (isQuiet(before, state, offered, now)) {
            return Optional.empty();
        }
        Instant at = now.truncatedTo(ChronoUnit.MILLIS);
        Subscriptions aimed = offered ? subscribed(before, state, at) : left(before, at);
        Subscriptions tidy = tidied(aimed, at);
        Optional<HubSubscription> due = due(tidy, at);
        Subscriptions after =
                due.map(it -> tidy.with(asked(it, state.getSourceId(), at))).orElse(tidy);
        if (after.equals(before)) {
            return Optional.empty();
        }
        FeedState.Builder next = FeedState.newBuilder(state);
        after.writeTo(next);
        return Optional.of(new Step(next.build(), due.map(it -> errand(state.getSourceId(), it))));
    }

    /** Looked at ten times a second for each feed, so the usual case is told at once. */
    private static boolean isQuiet(
            Subscriptions before, FeedState state, boolean offered, Instant now) {
        List<HubSubscription> all = before.all();
        if (!offered || all.size() != 1) {
            return !offered && all.isEmpty();
        }
        HubSubscription one = all.getFirst();
        return isAt(one, state)
                && one.getState() != SubscriptionState.LEAVING
                && one.getNextAskAt().isAfter(now);
    }

    private static boolean isAt(HubSubscription one, FeedState state) {
        return one.getHub().equals(state.getHub()) && one.getTopic().equals(state.getHubTopic());
    }

    private Subscriptions subscribed(Subscriptions before, FeedState state, Instant now) {
        Subscriptions after = before;
        boolean found = false;
        for (HubSubscription one : before.all()) {
            boolean same = isAt(one, state);
            found |= same;
            after = after.with(same ? wanted(one, now) : unwanted(one, now));
        }
        return found ? after : after.with(fresh(state, now));
    }

    private static Subscriptions left(Subscriptions before, Instant now) {
        Subscriptions after = before;
        for (HubSubscription one : before.all()) {
            after = after.with(unwanted(one, now));
        }
        return after;
    }

    private HubSubscription fresh(FeedState state, Instant now) {
        return HubSubscription.newBuilder()
                .setCallback(words.next())
                .setSecret(words.next())
                .setHub(state.getHub())
                .setTopic(state.getHubTopic())
                .setState(SubscriptionState.WANTED)
                .setNextAskAt(now)
                .build();
    }

    private static HubSubscription wanted(HubSubscription one, Instant now) {
        return one.getState() == SubscriptionState.LEAVING
                ? turned(one, SubscriptionState.WANTED, now)
                : one;
    }

    private static HubSubscription unwanted(HubSubscription one, Instant now) {
        return one.getState() == SubscriptionState.LEAVING
                ? one
                : turned(one, SubscriptionState.LEAVING, now);
    }

    private static HubSubscription turned(
            HubSubscription one, SubscriptionState state, Instant now) {
        return HubSubscription.newBuilder(one)
                .setState(state)
                .setAttempts(0)
                .setNextAskAt(now)
                .setLastError(null)
                .build();
    }

    /**
     * A hub that has promised nothing needs no word: it gets no answer to its question any more.
     */
    private static Subscriptions tidied(Subscriptions subscriptions, Instant now) {
        Subscriptions tidy = subscriptions;
        for (HubSubscription one : subscriptions.all()) {
            if (one.getState() == SubscriptionState.LEAVING && isOver(one, now)) {
                tidy = tidy.without(one.getCallback());
            }
        }
        return tidy;
    }

    private static boolean isOver(HubSubscription one, Instant now) {
        return !Subscriptions.isActive(one, now)
                || (one.getAttempts() >= LEAVE_ATTEMPTS_MAX && !one.getNextAskAt().isAfter(now));
    }

    private Optional<HubSubscription> due(Subscriptions subscriptions, Instant now) {
        return subscriptions.all().stream()
                .filter(one -> !one.getNextAskAt().isAfter(now))
                .filter(one -> !rests.until(hostOf(one.getHub())).isAfter(now))
                .findFirst();
    }

    private HubSubscription asked(HubSubscription one, String sourceId, Instant now) {
        int attempts = one.getAttempts() + 1;
        Duration wait = new Interval(bounds).afterFailures(bounds.least(), attempts);
        boolean again = one.getState() == SubscriptionState.DENIED;
        return HubSubscription.newBuilder(one)
                .setState(again ? SubscriptionState.WANTED : one.getState())
                .setAskedAt(now)
                .setAttempts(attempts)
                .setNextAskAt(millis(now.plus(Spread.jittered(wait, sourceId, now))))
                .build();
    }

    private HubErrand errand(String sourceId, HubSubscription one) {
        boolean leaving = one.getState() == SubscriptionState.LEAVING;
        var wish =
                new HubErrand.Wish(
                        leaving ? "unsubscribe" : "subscribe",
                        one.getTopic(),
                        terms.callback(one.getCallback()));
        String form = leaving ? wish.form() : wish.form(terms.lease(), one.getSecret());
        return new HubErrand(sourceId, one.getCallback(), one.getHub(), form);
    }

    /** The host that is to be asked politely. */
    public static String hostOf(String hub) {
        return RegistrableHost.of(hub).orElse(hub);
    }

    /** Which hosts of hubs want to be left alone, by what is known of a feed. */
    public static void learn(FeedState state, HostRests rests) {
        List<HubSubscription> all = state.getSubscriptions();
        for (HubSubscription one : all) {
            if (one.getRestUntil() != null) {
                rests.ask(hostOf(one.getHub()), one.getRestUntil());
            }
        }
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
