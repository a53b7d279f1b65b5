package io.broadsheet.ingest.poll;

import static org.awaitility.Awaitility.await;

import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.poll.TestHub.Wish;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.health.FeedHealth;
import io.broadsheet.ingest.poll.health.HubCondition;
import io.broadsheet.ingest.poll.health.HubHealth;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.HubSubscription;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A hub, an origin, and a broker with a door for hubs: one origin and hub for each test. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class HubScene {

    static final Duration PATIENCE = Duration.ofSeconds(60);

    PollRig rig;
    FeedOrigin origin;
    TestHub hub;
    HubCallbackService door;
    String source;

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
        hub = new TestHub();
        source = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
        door = rig.door();
    }

    @AfterEach
    void close() {
        rig.clear();
        hub.close();
        origin.close();
    }

    Wish subscribed() {
        addFeed("a");
        awaitCondition(HubCondition.ACTIVE);
        return hub.wishes("subscribe").getFirst();
    }

    void addFeed(String... items) {
        serve(items);
        rig.poller(rig.clock(), PollRig.terms(door));
        rig.add(source, origin.url("/feed"));
        rig.clock().pass(Duration.ofMinutes(1));
        awaitPolls(1);
    }

    void serve(String... items) {
        origin.on("/feed", FeedOrigin.feed(List.of(items), "Link", links(hub)));
    }

    String links(TestHub at) {
        return "<" + at.url() + ">; rel=\"hub\", </self>; rel=self";
    }

    void awaitPolls(int count) {
        await().atMost(PATIENCE).until(() -> rig.log(source).size() >= count);
    }

    void awaitWishes(String mode, int count) {
        await().atMost(PATIENCE).until(() -> hub.wishes(mode).size() >= count);
    }

    void awaitCondition(HubCondition condition) {
        await().atMost(PATIENCE)
                .until(() -> rig.state(source).isPresent() && hubHealth().condition() == condition);
    }

    FeedState state() {
        return rig.state(source).orElseThrow();
    }

    HubSubscription subscription() {
        return state().getSubscriptions().getFirst();
    }

    Instant lease() {
        return Optional.ofNullable(state().getHubLeaseUntil()).orElseThrow();
    }

    Instant nextAsk() {
        return subscription().getNextAskAt();
    }

    HubHealth hubHealth() {
        var feed = rig.feed(source, origin.url("/feed")).build();
        return FeedHealth.of(KnownFeed.of(feed, state()), rig.clock().instant()).hub();
    }
}
