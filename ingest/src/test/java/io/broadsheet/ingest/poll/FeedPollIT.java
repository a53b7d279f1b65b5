package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.PollOutcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Feeds polled from an origin to the raw topic, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedPollIT {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration DAY = Duration.ofDays(1).plusHours(3);

    private PollRig rig;
    private FeedOrigin origin;
    private String source;

    @BeforeAll
    void start(@TempDir Path data) {
        rig = new PollRig(data);
    }

    @AfterAll
    void stop() {
        rig.close();
    }

    @BeforeEach
    void open(TestInfo test) {
        origin = new FeedOrigin();
        source = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    }

    @AfterEach
    void close() {
        rig.clear();
        origin.close();
    }

    @Test
    void itemsComeOnceAndChangedOnesAgain() {
        origin.on("/feed", FeedOrigin.feed(List.of("b", "a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        origin.on("/feed", FeedOrigin.feed(List.of("c", "b!", "a")));

        FetchLogEntry second = nextPoll();

        assertThat(rig.titles(source))
                .containsExactlyInAnyOrder("Title of a", "Title of b", "Title of c", "Title of b!");
        assertThat(second.getNewItems()).isEqualTo(1);
        assertThat(second.getChangedItems()).isEqualTo(1);
        assertThat(second.getItems()).isEqualTo(3);
    }

    @Test
    void validatorsGoBackAsTheyCameAndA304RenewsThem() {
        origin.on("/feed", FeedOrigin.tagged("W/\"odd  tag", List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");

        assertThat(nextPoll().getOutcome()).isEqualTo(PollOutcome.NOT_MODIFIED);
        assertThat(origin.asked("/feed").getLast().headers())
                .containsEntry("if-none-match", "W/\"odd  tag");
        assertThat(state().getConsecutiveFailures()).isZero();
        assertThat(state().getEtag()).isEqualTo("W/\"odd  tag");
    }

    @Test
    void aBrokenAnswerLeavesTheValidatorsOfTheLastGoodOne() {
        origin.on("/feed", FeedOrigin.feed(List.of("a"), "ETag", "good"));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        origin.on(
                "/feed",
                exchange -> FeedOrigin.send(exchange, 200, "no feed at all", "ETag", "bad"));

        FetchLogEntry broken = nextPoll();

        assertThat(broken.getOutcome()).isEqualTo(PollOutcome.UNREADABLE);
        assertThat(state().getEtag()).isEqualTo("good");
        assertThat(state().getLastError()).isNotBlank();
        assertThat(state().getConsecutiveFailures()).isEqualTo(1);
    }

    @Test
    void theSameBytesAreNotReadAgain() {
        origin.on("/feed", FeedOrigin.feed(List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");

        assertThat(nextPoll().getOutcome()).isEqualTo(PollOutcome.SAME_BODY);
    }

    @Test
    void whoIsAskedToWaitWaitsWithEveryFeedOfTheHost() {
        origin.on("/feed", FeedOrigin.status(429, "Retry-After", "7200"));
        origin.on("/other", FeedOrigin.feed(List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        rig.add(source + "-other", origin.url("/other"));
        rig.clock().pass(Duration.ofMinutes(110));
        rig.add(source + "-marker", "http://localhost:1/");
        awaitPolls(source + "-marker", 1);

        assertThat(origin.asked("/other")).isEmpty();
        assertThat(state().getRetryAfter()).isAfter(rig.clock().instant());

        rig.clock().pass(Duration.ofMinutes(11));
        awaitPolls(source + "-other", 1);
    }

    @Test
    void whatIsGoneIsAskedForNoMoreUntilSomebodySaysSo() {
        origin.on("/feed", FeedOrigin.status(410));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        rig.clock().pass(Duration.ofDays(30));
        rig.add(source + "-marker", origin.url("/marker"));
        awaitPolls(source + "-marker", 1);

        assertThat(origin.asked("/feed")).hasSize(1);
        assertThat(state().getGone()).isTrue();

        origin.on("/feed", FeedOrigin.feed(List.of("a")));
        rig.add(rig.feed(source, origin.url("/feed")).build());
        awaitPolls(source, 2);
        assertThat(rig.titles(source)).containsExactly("Title of a");
        assertThat(state().getGone()).isFalse();
    }

    @Test
    void aMoveIsBelievedAfterSevenDays() {
        origin.on("/feed", FeedOrigin.status(301, "Location", "/new"));
        origin.on("/new", FeedOrigin.feed(List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        assertThat(state().getFeedUrl()).isEqualTo(origin.url("/feed"));
        assertThat(state().getRedirectCandidate()).isEqualTo(origin.url("/new"));

        rig.clock().pass(Duration.ofDays(8));
        awaitPolls(source, 2);
        assertThat(state().getFeedUrl()).isEqualTo(origin.url("/new"));
        int before = origin.asked("/feed").size();
        nextPoll();

        assertThat(origin.asked("/feed")).hasSize(before);
        assertThat(rig.titles(source)).containsExactly("Title of a");
    }

    @Test
    void noHostAnswersMoreThanTwoAtOnce() {
        List<String> sources = IntStream.range(0, 20).mapToObj(i -> source + "-" + i).toList();
        for (String one : sources) {
            origin.on(
                    "/" + one,
                    exchange -> {
                        await().pollDelay(Duration.ofMillis(50)).until(() -> true);
                        FeedOrigin.feed(List.of("a")).give(exchange);
                    });
            rig.add(one, origin.url("/" + one));
        }
        rig.poller();
        rig.poller();
        rig.clock().pass(Duration.ofHours(1));

        sources.forEach(one -> awaitPolls(one, 1));
        assertThat(origin.inFlightMost()).isEqualTo(2);
    }

    @Test
    void anotherInstanceGoesOnWithTheValidators() {
        origin.on("/feed", FeedOrigin.tagged("\"v1\"", List.of("a")));
        FeedPollService first = rig.poller();
        addAndAwaitFirstPoll("/feed");
        first.close();
        rig.poller();

        assertThat(nextPoll().getOutcome()).isEqualTo(PollOutcome.NOT_MODIFIED);
        assertThat(rig.titles(source)).containsExactly("Title of a");
    }

    @Test
    void whoDiedBetweenFetchAndCommitDoublesNothingWhenHeWakes() {
        origin.on("/feed", FeedOrigin.feed(List.of("a", "b")));
        TestClock dying = new TestClock(rig.clock().instant());
        FeedPollService zombie = rig.poller(dying);
        dying.stopBeforeCommit();
        rig.add(source, origin.url("/feed"));
        dying.pass(Duration.ofHours(1));
        rig.clock().pass(Duration.ofHours(1));
        await().atMost(PATIENCE).until(dying::hasStopped);

        rig.poller();
        awaitPolls(source, 1);
        dying.goOn();
        await().atMost(PATIENCE).until(() -> zombie.notReady().isPresent());
        await().atMost(PATIENCE).until(() -> zombie.notReady().isEmpty());

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("Title of a", "Title of b");
        assertThat(rig.log(source)).hasSize(1);
        assertThat(origin.asked("/feed")).hasSize(2);
    }

    @Test
    void whatAHubSentIsReadAsIfItHadBeenFetched() {
        origin.on("/feed", FeedOrigin.feed(List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");
        FetchRequest push =
                FetchRequest.newBuilder()
                        .setSourceId(source)
                        .setReason(FetchReason.PUSHED)
                        .setRequestedAt(rig.clock().instant())
                        .setBody(
                                ByteBuffer.wrap(
                                        FeedOrigin.rss(List.of("b", "a"))
                                                .getBytes(StandardCharsets.UTF_8)))
                        .setContentType("application/rss+xml")
                        .build();

        rig.ask(push, origin.url("/feed"));
        rig.ask(push, origin.url("/feed"));

        awaitPolls(source, 3);
        assertThat(rig.titles(source)).containsExactlyInAnyOrder("Title of a", "Title of b");
        assertThat(origin.asked("/feed")).hasSize(1);
    }

    @Test
    void whoAsksForAFeedGetsItAtOnce() {
        origin.on("/feed", FeedOrigin.feed(List.of("a")));
        rig.poller();
        addAndAwaitFirstPoll("/feed");

        rig.ask(
                FetchRequest.newBuilder()
                        .setSourceId(source)
                        .setReason(FetchReason.OPERATOR)
                        .setRequestedAt(rig.clock().instant())
                        .build(),
                origin.url("/feed"));

        awaitPolls(source, 2);
    }

    private void addAndAwaitFirstPoll(String path) {
        rig.add(source, origin.url(path));
        rig.clock().pass(Duration.ofMinutes(1));
        awaitPolls(source, 1);
    }

    private FetchLogEntry nextPoll() {
        int before = rig.log(source).size();
        rig.clock().pass(DAY);
        awaitPolls(source, before + 1);
        return rig.log(source).get(before);
    }

    private void awaitPolls(String sourceId, int count) {
        await().atMost(PATIENCE).until(() -> rig.log(sourceId).size() >= count);
    }

    private FeedState state() {
        return rig.state(source).orElseThrow();
    }
}
