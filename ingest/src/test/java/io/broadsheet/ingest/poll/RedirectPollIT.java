package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.PollOutcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Redirects lead to hosts that have limits of their own, as their servers see it. The same loopback
 * is two hosts: by its name, where redirects begin, and by its address, where they lead.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RedirectPollIT {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private PollRig rig;
    private FeedOrigin begin;
    private FeedOrigin end;
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
        begin = new FeedOrigin();
        end = new FeedOrigin();
        source = test.getTestMethod().orElseThrow().getName().toLowerCase(Locale.ROOT);
    }

    @AfterEach
    void close() {
        rig.clear();
        begin.close();
        end.close();
    }

    @Test
    void aHostAnswersNoMoreThanTwoAtOnceWhereverTheyComeFrom() {
        List<String> sources = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            end.on("/" + i, FeedOrigin.slow(Duration.ofMillis(300), List.of("item-" + i)));
            begin.on("/" + i, FeedOrigin.status(302, "Location", end.url("/" + i)));
            String url = i % 2 == 0 ? named("/" + i) : end.url("/" + i);
            rig.add(source + "-" + i, url);
            sources.add(source + "-" + i);
        }
        rig.poller();
        rig.clock().pass(Duration.ofHours(1));

        sources.forEach(one -> awaitPolls(one, 1));
        assertThat(end.inFlightMost()).isEqualTo(2);
        assertThat(sources).allSatisfy(one -> assertThat(rig.titles(one)).hasSize(1));
    }

    @Test
    void whatAHostAsksForAtTheEndOfARedirectHoldsForThatHost() {
        end.on("/busy", FeedOrigin.status(429, "Retry-After", "7200"));
        end.on("/direct", FeedOrigin.feed(List.of("a")));
        end.on("/also", FeedOrigin.feed(List.of("b")));
        begin.on("/busy", FeedOrigin.status(302, "Location", end.url("/busy")));
        begin.on("/also", FeedOrigin.status(302, "Location", end.url("/also")));
        begin.on("/own", FeedOrigin.feed(List.of("c")));
        rig.poller();
        add("busy", named("/busy"));
        awaitPolls(source + "-busy", 1);

        assertThat(state("busy").getRetryAfterHost()).isEqualTo("127.0.0.1");
        add("direct", end.url("/direct"));
        add("also", named("/also"));
        add("own", named("/own"));
        awaitPolls(source + "-also", 1);
        awaitPolls(source + "-own", 1);

        assertThat(end.asked("/also")).isEmpty();
        assertThat(end.asked("/direct")).isEmpty();
        assertThat(rig.titles(source + "-own")).hasSize(1);
        FeedState also = state("also");
        assertThat(also.getLastOutcome()).isEqualTo(PollOutcome.RATE_LIMITED);
        assertThat(also.getLastError()).contains("it leads to 127.0.0.1, which wants a rest");
        assertThat(also.getConsecutiveFailures()).isZero();
        assertThat(also.getNextFetchAt()).isAfter(rig.clock().instant().plusSeconds(6_000));

        end.on("/busy", FeedOrigin.feed(List.of("d"))); // or it would ask for a rest again
        rig.clock().pass(Duration.ofHours(3));
        awaitPolls(source + "-direct", 1);
        awaitPolls(source + "-also", 2);
        assertThat(rig.titles(source + "-also")).containsExactly("Title of b");
    }

    private void add(String name, String url) {
        rig.add(source + "-" + name, url);
        rig.clock().pass(Duration.ofMinutes(1));
    }

    private String named(String path) {
        return begin.url(path).replace("127.0.0.1", "localhost");
    }

    private void awaitPolls(String sourceId, int count) {
        await().atMost(PATIENCE).until(() -> rig.log(sourceId).size() >= count);
    }

    private FeedState state(String name) {
        return rig.state(source + "-" + name).orElseThrow();
    }
}
