package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.image.check.CheckRules;
import io.broadsheet.enrich.image.check.Pictures;
import io.broadsheet.enrich.image.check.ScriptedOrigin;
import io.broadsheet.enrich.image.verdict.Finding;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;

/** Requests on their way, over real connections. */
class WayOutTest {

    private static final byte[] PICTURE = Pictures.png(300, 300);

    private final ScriptedOrigin origin = ScriptedOrigin.open();
    private final SafeFetcher fetcher =
            SafeFetcher.open(EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored());
    private final Pace pace = new Pace(100, 2, new Random(1), System.nanoTime());
    private final WayOut wayOut = new WayOut(fetcher, 2, _ -> pace);

    @AfterEach
    void close() throws IOException {
        fetcher.close();
        origin.close();
    }

    @Test
    void aRequestThatHangsIsCutWhenItsHostIsNoLongerOurs() throws Exception {
        CountDownLatch cut = new CountDownLatch(1);
        origin.at(
                "/hang.png",
                (_, out) -> {
                    try {
                        origin.drip(out, "HTTP/1.1 200 OK\r\nX: 1\r\n", 20);
                    } finally {
                        cut.countDown();
                    }
                });
        var ours = new AtomicBoolean(true);
        try (WayOut.Pass pass = wayOut.at("127.0.0.1", ours::get, (_, _) -> Optional.empty());
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<FetchResult> result = threads.submit(() -> pass.fetch(request("/hang.png")));
            Awaitility.await().until(() -> origin.asked("/hang.png") == 1);
            wayOut.abortForeign();
            assertThat(wayOut.underWay()).isOne();
            ours.set(false);
            wayOut.abortForeign();

            assertThat(result.get(2, TimeUnit.SECONDS)).isInstanceOf(FetchResult.Failed.class);
            assertThat(cut.await(2, TimeUnit.SECONDS)).isTrue();
            assertThat(pass.fetch(request("/later.png"))).isInstanceOf(FetchResult.Failed.class);
        }
        assertThat(origin.asked("/later.png")).isZero();
        assertThat(wayOut.underWay()).isZero();
    }

    @Test
    void whatComesAfterTheCutIsCutToo() {
        origin.serving("/a.png", "image/png", PICTURE);
        try (WayOut.Pass pass = wayOut.at("127.0.0.1", () -> true, (_, _) -> Optional.empty())) {
            wayOut.abortAll();

            assertThat(pass.fetch(request("/a.png"))).isInstanceOf(FetchResult.Failed.class);
        }
        assertThat(origin.asked("/a.png")).isZero();
    }

    @Test
    void aRedirectThatIsForbiddenIsNotFollowedAndItIsToldWhy() {
        origin.at(
                "/moved.png",
                (_, out) -> ScriptedOrigin.write(out, 302, "Location: /inner.png", new byte[0]));
        Finding why = new Finding(ImageVerdict.ROBOTS_DISALLOWED, "not there");
        try (WayOut.Pass pass = wayOut.at("127.0.0.1", () -> true, (_, _) -> Optional.of(why))) {
            FetchResult result = pass.fetch(request("/moved.png"));

            assertThat(result).isInstanceOf(FetchResult.Refused.class);
            assertThat(pass.turnedBack()).contains(why);
        }
        assertThat(origin.asked("/inner.png")).isZero();
    }

    @Test
    void ofRedirectsTooOnlyFewAreUnderWayAtOnce() throws Exception {
        CountDownLatch enough = new CountDownLatch(1);
        AtomicInteger inFlight = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        origin.at(
                "/target.png",
                (_, out) -> {
                    most.accumulateAndGet(inFlight.incrementAndGet(), Math::max);
                    Awaitility.await().until(() -> enough.getCount() == 0);
                    inFlight.decrementAndGet();
                    ScriptedOrigin.write(out, 200, "Content-Type: image/png", PICTURE);
                });
        List<Future<FetchResult>> results = new ArrayList<>();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            WayOut open = open();
            for (String path : redirectsToAnotherHost(4)) {
                results.add(threads.submit(() -> fetched(open, path)));
            }
            Awaitility.await().until(() -> inFlight.get() == 2 && isAsked("/moved3.png"));
            enough.countDown();
        }

        for (Future<FetchResult> result : results) {
            assertThat(result.get()).isInstanceOf(FetchResult.Answered.class);
        }
        assertThat(most.get()).isEqualTo(2);
    }

    private List<String> redirectsToAnotherHost(int count) {
        String to = "Location: " + origin.url("/target.png").replace("127.0.0.1", "localhost");
        List<String> paths = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            paths.add("/moved" + i + ".png");
            origin.at(paths.getLast(), (_, out) -> ScriptedOrigin.write(out, 302, to, new byte[0]));
        }
        return paths;
    }

    /** With a pace for each host, of which the other one is the narrower. */
    private WayOut open() {
        Map<String, Pace> paces = new ConcurrentHashMap<>();
        return new WayOut(
                fetcher,
                10,
                site -> paces.computeIfAbsent(site, _ -> pace(site.equals("localhost") ? 2 : 4)));
    }

    private static Pace pace(int inFlightMax) {
        return new Pace(100, inFlightMax, new Random(1), System.nanoTime());
    }

    private FetchResult fetched(WayOut by, String path) {
        try (WayOut.Pass pass = by.at("127.0.0.1", () -> true, (_, _) -> Optional.empty())) {
            return pass.fetch(request(path));
        }
    }

    private boolean isAsked(String path) {
        return origin.asked(path) == 1;
    }

    private FetchRequest request(String path) {
        return new FetchRequest(
                origin.url(path), Optional.empty(), "image/*", CheckRules.defaults().fetch());
    }

    @Test
    void requestsCountFromWhenTheyGoOut() {
        origin.serving("/a.png", "image/png", PICTURE);
        try (WayOut.Pass pass = wayOut.at("127.0.0.1", () -> true, (_, _) -> Optional.empty())) {
            assertThat(pass.fetch(request("/a.png"))).isInstanceOf(FetchResult.Answered.class);
        }

        assertThat(pace.isRested(System.nanoTime())).isFalse();
        assertThat(pace.isRested(System.nanoTime() + Duration.ofSeconds(2).toNanos())).isTrue();
    }
}
