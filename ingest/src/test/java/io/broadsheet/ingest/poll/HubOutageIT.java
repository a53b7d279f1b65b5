package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.callback.HubCallbackService;
import io.broadsheet.ingest.poll.TestHub.Wish;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.HubSubscription;
import io.broadsheet.v1.SubscriptionState;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** A hub is told yes only once a real broker has it, and to come again where there is none. */
class HubOutageIT {

    private static final String CALLBACK = "c".repeat(43);
    private static final String SECRET = "s".repeat(43);
    private static final String TOPIC = "https://site.example/feed";

    @Test
    void whatIsNotSafeIsToBeSentAgain(@TempDir Path data) {
        PollRig rig = new PollRig(data);
        try (TestHub hub = new TestHub()) {
            rig.put(Topics.FEED_STATE, "site", state());
            HubCallbackService door = rig.door();
            Wish wish = wish(door);

            assertThat(hub.push(wish, FeedOrigin.rss(List.of("a"))).statusCode()).isEqualTo(202);
            assertThat(hub.verify(wish).statusCode()).isEqualTo(200);
            assertThat(rig.all(Topics.FETCH_REQUESTS))
                    .extracting(FetchRequest::getReason)
                    .containsExactlyInAnyOrder(FetchReason.PUSHED, FetchReason.CONFIRMED);

            rig.cut();

            assertLater(hub.push(wish, FeedOrigin.rss(List.of("b"))));
            assertLater(hub.verify(wish));
            assertLater(hub.push(wish.callback().replace('c', 'd'), "x", "sha1=00"));
            assertThat(door.failure()).isEmpty();
        } finally {
            rig.closeServices();
            rig.close();
        }
    }

    private static void assertLater(HttpResponse<String> answer) {
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    }

    private static Wish wish(HubCallbackService door) {
        String callback = "http://127.0.0.1:" + door.port().orElseThrow() + "/" + CALLBACK;
        return new Wish(
                Map.of(
                        "hub.mode", "subscribe",
                        "hub.topic", TOPIC,
                        "hub.callback", callback,
                        "hub.secret", SECRET));
    }

    private static FeedState state() {
        Instant now = Instant.parse("2020-03-01T12:00:00Z");
        return FeedState.newBuilder()
                .setSourceId("site")
                .setFeedUrl(TOPIC)
                .setNextFetchAt(now)
                .setIntervalSeconds(3_600)
                .setSubscriptions(
                        List.of(
                                HubSubscription.newBuilder()
                                        .setCallback(CALLBACK)
                                        .setSecret(SECRET)
                                        .setHub("https://hub.example/")
                                        .setTopic(TOPIC)
                                        .setState(SubscriptionState.WANTED)
                                        .setNextAskAt(now)
                                        .build()))
                .build();
    }
}
