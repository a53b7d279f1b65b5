package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.poll.TestHub.Manners;
import io.broadsheet.ingest.poll.TestHub.Wish;
import io.broadsheet.ingest.poll.health.HubCondition;

import org.junit.jupiter.api.Test;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Subscriptions at a real hub, on a real broker. */
class WebSubIT extends HubScene {

    @Test
    void whatAHubSendsIsPublishedOnceAndThePollAfterItAddsNothing() {
        Wish wish = subscribed();

        assertThat(hub.push(wish, FeedOrigin.rss(List.of("b", "a"))).statusCode()).isEqualTo(202);
        assertThat(hub.push(wish, FeedOrigin.rss(List.of("b", "a"))).statusCode()).isEqualTo(202);
        awaitPolls(3);
        serve("b", "a");
        rig.clock().pass(Duration.ofHours(6));
        awaitPolls(4);

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("Title of a", "Title of b");
        assertThat(rig.log(source).getLast().getNewItems()).isZero();
        assertThat(hubHealth().condition()).isEqualTo(HubCondition.ACTIVE);
        assertThat(hubHealth().lastPushAt()).isPresent();
    }

    @Test
    void aSubscriptionIsAskedForByTheRules() {
        Wish wish = subscribed();

        assertThat(wish.topic()).isEqualTo(origin.url("/self"));
        assertThat(wish.value("hub.lease_seconds")).isEqualTo("864000");
        assertThat(wish.secret()).hasSize(43).isNotEqualTo(wish.callback());
        assertThat(wish.callback()).matches("http://127\\.0\\.0\\.1:\\d+/hooks/[\\w-]{43}");
        assertThat(hub.verified()).containsExactly(200);
        HttpResponse<String> echo = hub.verify(wish);
        assertThat(echo.body()).isEqualTo("chal-lenge 17");
        assertThat(echo.headers().firstValue("Content-Type")).hasValue("application/octet-stream");
        assertThat(echo.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @Test
    void aHubThatVerifiesBeforeItAnswersIsUnderstood() {
        hub.behaving(Manners.AT_ONCE);

        subscribed();

        assertThat(hub.verified()).containsExactly(200);
    }

    @Test
    void aPolledFeedWaitsLongerWhileItsHubHasPromised() {
        Wish wish = subscribed();
        serve("b", "a");
        hub.push(wish, FeedOrigin.rss(List.of("b", "a")));
        awaitPolls(2);

        rig.clock().pass(Duration.ofHours(6));
        awaitPolls(3);

        Duration wait = Duration.between(state().getLastPollAt(), state().getNextFetchAt());
        assertThat(wait).isGreaterThan(Duration.ofSeconds(state().getIntervalSeconds() * 3));
    }

    @Test
    void whatIsSentIsReadInTheCharsetOfItsHeader() {
        Wish wish = subscribed();
        byte[] body = FeedOrigin.rss(List.of("über")).getBytes(StandardCharsets.ISO_8859_1);
        String signature = TestHub.signature("sha384", wish.secret(), body);
        String type = "application/rss+xml; charset=ISO-8859-1";

        assertThat(hub.push(wish.callback(), body, type, signature).statusCode()).isEqualTo(202);

        awaitPolls(2);
        assertThat(rig.titles(source)).contains("Title of über");
    }

    @Test
    void whatIsNotSignedByTheSecretIsIgnored() {
        Wish wish = subscribed();
        String body = FeedOrigin.rss(List.of("forged"));
        String foreign = TestHub.signature("sha256", "another secret", body);
        String ofOther = TestHub.signature("sha256", wish.secret(), body + " ");
        double forged = rig.counted("forged");
        double unsigned = rig.counted("unsigned");

        assertThat(hub.push(wish.callback(), body, foreign).statusCode()).isEqualTo(202);
        assertThat(hub.push(wish.callback(), body, ofOther).statusCode()).isEqualTo(202);
        assertThat(hub.push(wish.callback(), body, "md5=00").statusCode()).isEqualTo(202);
        assertThat(hub.push(wish.callback(), body, "").statusCode()).isEqualTo(202);
        hub.push(wish, FeedOrigin.rss(List.of("b")));
        awaitPolls(2);

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("Title of a", "Title of b");
        assertThat(rig.counted("forged") - forged).isEqualTo(3);
        assertThat(rig.counted("unsigned") - unsigned).isEqualTo(1);
    }

    @Test
    void whatWasNotWishedForIsNotFound() {
        Wish wish = subscribed();
        String nobodys =
                wish.callback().substring(0, wish.callback().length() - 43) + "x".repeat(43);
        var wrongTopic = hub.question("subscribe", wish.topic() + "?");
        var unsubscribe = hub.question("unsubscribe", wish.topic());
        var noChallenge = hub.question("subscribe", wish.topic());
        noChallenge.put("hub.challenge", "a\nb");
        var noLease = hub.question("subscribe", wish.topic());
        noLease.put("hub.lease_seconds", "-1");
        Instant until = lease();

        assertThat(hub.ask(wish.callback(), wrongTopic).statusCode()).isEqualTo(404);
        assertThat(hub.ask(wish.callback(), unsubscribe).statusCode()).isEqualTo(404);
        assertThat(hub.ask(wish.callback(), noChallenge).statusCode()).isEqualTo(404);
        assertThat(hub.ask(wish.callback(), noLease).statusCode()).isEqualTo(404);
        assertThat(hub.ask(nobodys, hub.question("subscribe", wish.topic())).statusCode())
                .isEqualTo(404);
        assertThat(hub.push(nobodys, "<rss/>", "sha1=00").statusCode()).isEqualTo(410);
        assertThat(hub.push(wish, "x".repeat(100_001)).statusCode()).isEqualTo(413);
        assertThat(lease()).isEqualTo(until);
    }

    @Test
    void aDenialIsToldInWords() {
        Wish wish = subscribed();
        var denial = hub.question("denied", wish.topic());
        denial.put("hub.reason", "not for you");

        assertThat(hub.ask(wish.callback(), denial).statusCode()).isEqualTo(202);

        awaitCondition(HubCondition.DENIED);
        assertThat(hubHealth().why()).hasValue("its hub has denied: not for you");
        assertThat(state().getHubLeaseUntil()).isNull();
    }

    @Test
    void aSubscriptionIsRenewedBeforeItEnds() {
        Wish first = subscribed();
        Instant until = lease();

        rig.clock().pass(Duration.ofDays(9).plusHours(12));
        awaitWishes("subscribe", 2);

        Wish second = hub.wishes("subscribe").getLast();
        assertThat(second.callback()).isEqualTo(first.callback());
        assertThat(second.secret()).isEqualTo(first.secret());
        await().atMost(PATIENCE).until(() -> lease().isAfter(until.plus(Duration.ofDays(9))));
        assertThat(subscription().getActiveSince()).isBefore(until);
    }

    @Test
    void aHubThatDoesNotVerifyIsAskedEverMoreSeldom() {
        hub.behaving(Manners.NEVER);
        addFeed("a");
        awaitWishes("subscribe", 1);
        Duration first = Duration.between(subscription().getAskedAt(), nextAsk());
        rig.clock().pass(first.plusSeconds(1));
        awaitWishes("subscribe", 2);
        Duration second = Duration.between(subscription().getAskedAt(), nextAsk());

        assertThat(first).isBetween(Duration.ofMinutes(30), Duration.ofMinutes(33));
        assertThat(second).isBetween(Duration.ofMinutes(60), Duration.ofMinutes(66));
        assertThat(hubHealth().condition()).isEqualTo(HubCondition.ASKED);
    }

    @Test
    void whatAHubDoesNotLikeIsToldInItsWords() {
        hub.answering(400, "no such topic");
        addFeed("a");

        awaitCondition(HubCondition.FAILING);

        assertThat(hubHealth().why().orElseThrow()).endsWith("HTTP status 400 no such topic");
    }

    @Test
    void aPausedFeedLeavesItsHub() {
        Wish wish = subscribed();

        rig.add(rig.feed(source, origin.url("/feed")).setPaused(true).build());

        awaitWishes("unsubscribe", 1);
        assertThat(hub.wishes("unsubscribe").getFirst().callback()).isEqualTo(wish.callback());
        await().atMost(PATIENCE).until(() -> state().getSubscriptions().isEmpty());
        assertThat(hub.verified()).containsExactly(200, 200);
        assertThat(hub.push(wish, FeedOrigin.rss(List.of("b"))).statusCode()).isEqualTo(410);
    }

    @Test
    void aFeedThatIsRemovedLeavesItsHub() {
        subscribed();

        rig.remove(source);

        awaitWishes("unsubscribe", 1);
        await().atMost(PATIENCE).until(() -> state().getSubscriptions().isEmpty());
    }

    @Test
    void whereAFeedNamesAnotherHubTheFormerIsLeft() {
        subscribed();
        try (TestHub other = new TestHub()) {
            origin.on("/feed", FeedOrigin.feed(List.of("a", "b"), "Link", links(other)));
            rig.clock().pass(Duration.ofHours(6));

            await().atMost(PATIENCE).until(() -> other.wishes("subscribe").size() == 1);
            awaitWishes("unsubscribe", 1);
            await().atMost(PATIENCE).until(() -> state().getSubscriptions().size() == 1);
            assertThat(subscription().getHub()).isEqualTo(other.url());
        }
    }

    @Test
    void aHubThatIsSilentIsNotReliedOn() {
        Wish wish = subscribed();
        rig.clock().pass(Duration.ofHours(6));
        awaitPolls(2);
        serve("unsaid", "a");
        rig.clock().pass(Duration.ofHours(8));
        awaitPolls(3);

        assertThat(hubHealth().condition()).isEqualTo(HubCondition.SILENT);
        assertThat(hubHealth().why().orElseThrow()).startsWith("its hub does not send all");
        Duration wait = Duration.between(state().getLastPollAt(), state().getNextFetchAt());
        assertThat(wait).isLessThan(Duration.ofSeconds(state().getIntervalSeconds() * 2));

        hub.push(wish, FeedOrigin.rss(List.of("b")));
        awaitCondition(HubCondition.ACTIVE);
    }

    @Test
    void anyInstanceHearsAHubAndAnotherGoesOnWhereOneHasDied() {
        FeedPollService owner = rig.poller(rig.clock(), PollRig.terms(door));
        serve("a");
        rig.add(source, origin.url("/feed"));
        rig.clock().pass(Duration.ofMinutes(1));
        awaitCondition(HubCondition.ACTIVE);
        Wish wish = hub.wishes("subscribe").getFirst();
        HubCallbackService other = rig.door();
        String elsewhere =
                wish.callback()
                        .replace(
                                ":" + door.port().orElseThrow() + "/",
                                ":" + other.port().orElseThrow() + "/");
        String body = FeedOrigin.rss(List.of("b"));

        assertThat(
                        hub.push(elsewhere, body, TestHub.signature("sha1", wish.secret(), body))
                                .statusCode())
                .isEqualTo(202);
        awaitPolls(2);
        owner.close();
        door.close();
        String more = FeedOrigin.rss(List.of("c"));
        assertThat(
                        hub.push(elsewhere, more, TestHub.signature("sha512", wish.secret(), more))
                                .statusCode())
                .isEqualTo(202);
        rig.poller(rig.clock(), PollRig.terms(other));
        awaitPolls(3);

        assertThat(rig.titles(source))
                .containsExactlyInAnyOrder("Title of a", "Title of b", "Title of c");
        assertThat(hub.wishes("subscribe")).hasSize(1);
    }

    @Test
    void whoDiesWithAPushInHandLosesAndDoublesNothing() {
        TestClock dying = new TestClock(rig.clock().instant());
        FeedPollService zombie = rig.poller(dying, PollRig.terms(door));
        serve("a");
        rig.add(source, origin.url("/feed"));
        dying.pass(Duration.ofMinutes(1));
        awaitCondition(HubCondition.ACTIVE);
        dying.stopBeforeCommit();
        Wish wish = hub.wishes("subscribe").getFirst();

        assertThat(hub.push(wish, FeedOrigin.rss(List.of("b"))).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(dying::hasStopped);
        rig.poller(rig.clock(), PollRig.terms(door));
        awaitPolls(2);
        dying.goOn();
        await().atMost(PATIENCE).until(() -> zombie.notReady().isPresent());
        await().atMost(PATIENCE).until(() -> zombie.notReady().isEmpty());

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("Title of a", "Title of b");
        assertThat(rig.log(source)).hasSize(2);
    }

    @Test
    void withoutACallbackNobodyIsAsked() {
        serve("a");
        rig.poller();
        rig.add(source, origin.url("/feed"));
        rig.clock().pass(Duration.ofMinutes(1));
        awaitPolls(1);
        rig.clock().pass(Duration.ofHours(3));
        awaitPolls(2);

        assertThat(hub.wishes("subscribe")).isEmpty();
        assertThat(hubHealth().condition()).isEqualTo(HubCondition.POLLING_ONLY);
    }
}
