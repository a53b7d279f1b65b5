package io.broadsheet.ingest.poll.hub;

import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.rules.Spread;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/** Notes in the state of a feed what its hub said and did. Pure. */
public final class HubNotes {

    private static final int WHY_CHARS_MAX = 200;

    /** A promise is renewed after so much of its time, at the earliest. */
    private static final double RENEWAL = 0.8;

    /** So much later at most, each feed at its own time. */
    private static final double RENEWAL_SPREAD = 0.1;

    /** A hub that does not want us may have changed its mind after that. */
    private static final Duration DENIED_PAUSE = Duration.ofDays(7);

    private final Bounds bounds;

    /**
     * @param bounds no hub is asked for a renewal sooner
     */
    public HubNotes(Bounds bounds) {
        this.bounds = bounds;
    }

    /** It answered to an errand. */
    public FeedState answered(FeedState state, String callback, HubAnswer answer) {
        return changed(
                state,
                callback,
                one ->
                        switch (answer) {
                            case HubAnswer.Accepted _ -> one.setLastError(null).setRestUntil(null);
                            case HubAnswer.Refused(String why, Optional<Instant> rest) ->
                                    one.setLastError(cut(why))
                                            .setRestUntil(rest.map(HubNotes::millis).orElse(null));
                            case HubAnswer.Unreached(String why) -> one.setLastError(cut(why));
                        });
    }

    /** It has promised to tell us until then. */
    public FeedState confirmed(FeedState state, String callback, Instant until, Instant now) {
        return changed(
                state,
                callback,
                one -> {
                    if (one.getState() == SubscriptionState.LEAVING) {
                        return one;
                    }
                    boolean gapless =
                            one.getActiveSince() != null && isAfter(one.getLeaseUntil(), now);
                    return one.setState(SubscriptionState.WANTED)
                            .setActiveSince(gapless ? one.getActiveSince() : millis(now))
                            .setLeaseUntil(millis(until))
                            .setNextAskAt(renewal(callback, until, now))
                            .setAttempts(0)
                            .setRestUntil(null)
                            .setLastError(null);
                });
    }

    private Instant renewal(String callback, Instant until, Instant now) {
        double share = RENEWAL + RENEWAL_SPREAD * Spread.fraction(callback);
        long millis = (long) (Duration.between(now, until).toMillis() * share);
        Duration wait = Duration.ofMillis(Math.max(millis, bounds.least().toMillis()));
        return millis(now.plus(wait));
    }

    /** It will not tell us, or not any more. */
    public FeedState denied(FeedState state, String callback, String reason, Instant now) {
        String why = reason.isBlank() ? "denied without a reason" : "denied: " + reason.strip();
        return changed(
                state,
                callback,
                one ->
                        one.getState() == SubscriptionState.LEAVING
                                ? one.setLeaseUntil(null)
                                : one.setState(SubscriptionState.DENIED)
                                        .setLeaseUntil(null)
                                        .setActiveSince(null)
                                        .setSilentSince(null)
                                        .setAttempts(0)
                                        .setNextAskAt(millis(now.plus(DENIED_PAUSE)))
                                        .setLastError(cut(why)));
    }

    /** It has confirmed that it will not tell us any more, as we wished. */
    public FeedState left(FeedState state, String callback) {
        FeedState.Builder next = FeedState.newBuilder(state);
        Subscriptions.of(state).without(callback).writeTo(next);
        return next.build();
    }

    /** It has told us something: it is not silent. */
    public FeedState pushed(FeedState state, String callback, Instant now) {
        return changed(state, callback, one -> one.setLastPushAt(millis(now)).setSilentSince(null));
    }

    /**
     * A poll found items. If the hub's promise has held since the poll before, it should have sent
     * them.
     *
     * @param before when the feed was polled before; empty if it was not
     */
    public static void found(FeedState.Builder state, Optional<Instant> before, Instant now) {
        Subscriptions all = Subscriptions.of(state);
        all.current()
                .filter(one -> one.getSilentSince() == null)
                .filter(one -> isAfter(one.getLeaseUntil(), now))
                .filter(one -> before.filter(at -> !isAfter(one.getActiveSince(), at)).isPresent())
                .map(one -> HubSubscription.newBuilder(one).setSilentSince(millis(now)).build())
                .ifPresent(silent -> all.with(silent).writeTo(state));
    }

    private static FeedState changed(
            FeedState state,
            String callback,
            Function<HubSubscription.Builder, HubSubscription.Builder> change) {
        Subscriptions all = Subscriptions.of(state);
        FeedState.Builder next = FeedState.newBuilder(state);
        all.find(callback)
                .map(one -> change.apply(HubSubscription.newBuilder(one)).build())
                .ifPresent(one -> all.with(one).writeTo(next));
        return next.build();
    }

    private static boolean isAfter(@Nullable Instant one, Instant other) {
        return one != null && one.isAfter(other);
    }

    private static String cut(String why) {
        return SafeText.cut(why, WHY_CHARS_MAX);
    }

    private static Instant millis(Instant at) {
        return at.truncatedTo(ChronoUnit.MILLIS);
    }
}
