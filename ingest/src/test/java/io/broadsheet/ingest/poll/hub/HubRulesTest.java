package io.broadsheet.ingest.poll.hub;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.poll.host.HostRests;
import io.broadsheet.ingest.poll.hub.HubRules.Step;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** What is asked of hubs, and when. */
class HubRulesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration LEASE = Duration.ofDays(10);
    private static final String HUB = "https://hub.example/";

    private final HostRests rests = new HostRests();
    private final HubNotes notes = new HubNotes(Bounds.USUAL);
    private final HubRules rules =
            new HubRules(
                    new HubTerms("https://news.example/hooks", LEASE),
                    Bounds.USUAL,
                    rests,
                    new Unguessable());

    @BeforeAll
    static void trust() {
        ContractClasses.trust();
    }

    @Test
    void everySubscriptionHasItsOwnCallbackAndSecret() {
        HubSubscription one = only(asked(state(HUB), NOW).state());
        HubSubscription other = only(asked(state(HUB), NOW).state());

        assertThat(one.getCallback()).matches("[\\w-]{43}").isNotEqualTo(other.getCallback());
        assertThat(one.getSecret()).matches("[\\w-]{43}").isNotEqualTo(one.getCallback());
        assertThat(one.getSecret()).isNotEqualTo(other.getSecret());
    }

    @Test
    void aFormSaysWhatTheRecommendationWants() {
        Step step = asked(state(HUB), NOW);
        HubSubscription one = only(step.state());
        HubErrand errand = step.errand().orElseThrow();

        assertThat(errand.hub()).isEqualTo(HUB);
        assertThat(errand.form())
                .isEqualTo(
                        "hub.mode=subscribe&hub.topic=https%3A%2F%2Fsite.example%2Ffeed%3Fa%3D1"
                                + "&hub.callback=https%3A%2F%2Fnews.example%2Fhooks%2F"
                                + one.getCallback()
                                + "&hub.lease_seconds=864000&hub.secret="
                                + one.getSecret());
        assertThat(errand.toString()).doesNotContain(one.getSecret(), one.getCallback());
    }

    @Test
    void nothingIsAskedTwiceBeforeItsTime() {
        FeedState once = asked(state(HUB), NOW).state();

        assertThat(rules.next(once, true, NOW.plus(Duration.ofMinutes(29)))).isEmpty();
        assertThat(rules.next(once, true, NOW.plus(Duration.ofMinutes(34)))).isPresent();
    }

    @Test
    void aFeedWithoutAHubIsLeftAlone() {
        assertThat(rules.next(state(null), true, NOW)).isEmpty();
        assertThat(rules.next(state(HUB), false, NOW)).isEmpty();
    }

    @Test
    void aPromiseIsRenewedInItsLastFifth() {
        FeedState active = confirmed(NOW);

        assertThat(rules.next(active, true, NOW.plus(Duration.ofDays(8).minusSeconds(1))))
                .isEmpty();
        Step renewal = asked(active, NOW.plus(Duration.ofDays(9)));
        assertThat(only(renewal.state()).getCallback()).isEqualTo(only(active).getCallback());
        assertThat(only(renewal.state()).getLeaseUntil()).isEqualTo(NOW.plus(LEASE));
        assertThat(renewal.state().getHubLeaseUntil()).isEqualTo(NOW.plus(LEASE));
    }

    @Test
    void aGapIsToldFromARenewal() {
        FeedState active = confirmed(NOW);
        Instant before = NOW.plus(Duration.ofDays(9));
        Instant after = NOW.plus(Duration.ofDays(11));
        String callback = only(active).getCallback();

        assertThat(only(notes.confirmed(active, callback, before.plus(LEASE), before)))
                .returns(NOW, HubSubscription::getActiveSince);
        assertThat(only(notes.confirmed(active, callback, after.plus(LEASE), after)))
                .returns(after, HubSubscription::getActiveSince);
    }

    @Test
    void whoIsTooShortAPromiseIsNotHurried() {
        FeedState asked = asked(state(HUB), NOW).state();
        FeedState brief =
                notes.confirmed(asked, only(asked).getCallback(), NOW.plusSeconds(1), NOW);

        assertThat(only(brief).getNextAskAt()).isEqualTo(NOW.plus(Bounds.USUAL.least()));
    }

    @Test
    void aHubThatWantsARestHasItFromAllFeeds() {
        FeedState asked = asked(state(HUB), NOW).state();
        Instant rest = NOW.plus(Duration.ofDays(2));
        FeedState refused =
                notes.answered(
                        asked,
                        only(asked).getCallback(),
                        new HubAnswer.Refused("HTTP status 429", Optional.of(rest)));
        HubRules.learn(refused, rests);

        FeedState other = FeedState.newBuilder(state(HUB)).setSourceId("other").build();
        assertThat(rules.next(other, true, NOW).flatMap(Step::errand)).isEmpty();
        assertThat(rules.next(other, true, rest.plusSeconds(1)).flatMap(Step::errand)).isPresent();
        assertThat(only(refused).getLastError()).isEqualTo("HTTP status 429");
    }

    @Test
    void aDenialHoldsForAWeek() {
        FeedState active = confirmed(NOW);
        FeedState denied = notes.denied(active, only(active).getCallback(), " ", NOW);

        assertThat(only(denied).getLastError()).isEqualTo("denied without a reason");
        assertThat(denied.getHubLeaseUntil()).isNull();
        assertThat(rules.next(denied, true, NOW.plus(Duration.ofDays(6)))).isEmpty();
        Step again = asked(denied, NOW.plus(Duration.ofDays(7)));
        assertThat(only(again.state()).getState()).isEqualTo(SubscriptionState.WANTED);
    }

    @Test
    void aHubThatIsLeftIsToldFiveTimesAtMost() {
        FeedState state = confirmed(NOW);
        Instant now = NOW;
        int told = 0;
        for (int i = 0; i < 10 && !state.getSubscriptions().isEmpty(); i++) {
            Step step = rules.next(state, false, now).orElseThrow();
            told +=
                    step.errand().filter(it -> it.form().contains("unsubscribe")).isPresent()
                            ? 1
                            : 0;
            assertThat(step.errand().map(HubErrand::form).orElse(""))
                    .doesNotContain("hub.secret", "hub.lease_seconds");
            state = step.state();
            now = now.plus(Duration.ofHours(25));
        }

        assertThat(told).isEqualTo(5);
        assertThat(state.getSubscriptions()).isEmpty();
    }

    @Test
    void whatWasLeftAndIsWantedAgainIsTheSameSubscription() {
        FeedState active = confirmed(NOW);
        FeedState leaving = rules.next(active, false, NOW.plusSeconds(60)).orElseThrow().state();
        Step back = asked(leaving, NOW.plusSeconds(120));

        assertThat(only(back.state()).getCallback()).isEqualTo(only(active).getCallback());
        assertThat(back.errand().orElseThrow().form()).startsWith("hub.mode=subscribe");
    }

    @Test
    void aPollThatFindsMoreThanTheHubSaidMakesItSilentUntilItSpeaks() {
        FeedState active = confirmed(NOW);
        Instant poll = NOW.plus(Duration.ofHours(2));

        assertThat(silent(active, Optional.of(NOW.plusSeconds(60)), poll)).isEqualTo(poll);
        assertThat(silent(active, Optional.of(NOW.minusSeconds(60)), poll)).isNull();
        assertThat(silent(active, Optional.empty(), poll)).isNull();
        assertThat(silent(active, Optional.of(NOW.plusSeconds(60)), NOW.plus(LEASE))).isNull();

        FeedState.Builder state = FeedState.newBuilder(active);
        HubNotes.found(state, Optional.of(NOW.plusSeconds(60)), poll);
        FeedState spoken = notes.pushed(state.build(), only(active).getCallback(), poll);
        assertThat(only(spoken).getSilentSince()).isNull();
        assertThat(only(spoken).getLastPushAt()).isEqualTo(poll);
    }

    private static @Nullable Instant silent(FeedState of, Optional<Instant> before, Instant at) {
        FeedState.Builder state = FeedState.newBuilder(of);
        HubNotes.found(state, before, at);
        return state.build().getSubscriptions().getFirst().getSilentSince();
    }

    private FeedState confirmed(Instant at) {
        FeedState asked = asked(state(HUB), at).state();
        return notes.confirmed(asked, only(asked).getCallback(), at.plus(LEASE), at);
    }

    private Step asked(FeedState state, Instant now) {
        return rules.next(state, true, now).orElseThrow();
    }

    private static HubSubscription only(FeedState state) {
        assertThat(state.getSubscriptions()).hasSize(1);
        return state.getSubscriptions().getFirst();
    }

    private static FeedState state(@Nullable String hub) {
        return FeedState.newBuilder()
                .setSourceId("site")
                .setFeedUrl("https://site.example/feed")
                .setNextFetchAt(NOW)
                .setIntervalSeconds(3_600)
                .setHub(hub)
                .setHubTopic(hub == null ? null : "https://site.example/feed?a=1")
                .build();
    }
}
