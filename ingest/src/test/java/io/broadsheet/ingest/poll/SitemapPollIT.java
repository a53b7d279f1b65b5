package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.v1.FetchLogEntry;
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
import java.util.List;
import java.util.Locale;

/** Sitemaps as sources, from an origin to the raw topic, on a real broker. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SitemapPollIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
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
    void pagesAreReadOnceAndAgainWhenTheyHaveChanged() {
        origin.on("/a", page("A")).on("/b", page("B")).on("/robots.txt", FeedOrigin.status(404));
        origin.on("/sitemap.xml", text(sitemap(entry("/a", "2020-01-01"), entry("/b", ""))));
        first("/sitemap.xml");

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("A", "B");
        assertThat(origin.asked("/a")).hasSize(1);

        origin.on("/a", page("A, revised"));
        origin.on("/sitemap.xml", text(sitemap(entry("/a", "2020-02-01"), entry("/b", ""))));
        FetchLogEntry second = nextPoll();

        assertThat(second.getOutcome()).isEqualTo(PollOutcome.NEW_ITEMS);
        assertThat(rig.titles(source)).contains("A, revised");
        assertThat(origin.asked("/b")).hasSize(1);
    }

    @Test
    void anIndexIsFollowedToItsSitemapsOnTheSameSiteUnlessTheyAreKnown() {
        origin.on("/a", page("A")).on("/n", page("N")).on("/x", page("X"));
        origin.on("/old.xml", text(sitemap(entry("/a", ""))));
        origin.on("/list.txt", text(origin.url("/n") + "\nhttp://elsewhere.example/x\n"));
        origin.on("/feed", FeedOrigin.feed(List.of("f")));
        String index =
                index(
                        place("sitemap", origin.url("/old.xml"), "2020-01-01"),
                        place("sitemap", origin.url("/list.txt"), ""),
                        place("sitemap", origin.url("/feed"), ""),
                        place("sitemap", "http://elsewhere.example/s.xml", ""));
        origin.on("/index.xml", text(index));
        first("/index.xml");

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("A", "N", "Title of f");

        assertThat(nextPoll().getOutcome()).isEqualTo(PollOutcome.NO_NEW_ITEMS);
        assertThat(origin.asked("/old.xml")).hasSize(1);
        assertThat(origin.asked("/list.txt")).hasSize(2);
        assertThat(origin.asked("/n")).hasSize(1);
    }

    @Test
    void anIndexThatNamesItselfEnds() {
        origin.on("/a", page("A")).on("/s.xml", text(sitemap(entry("/a", ""))));
        origin.on(
                "/index.xml",
                text(
                        index(
                                place("sitemap", origin.url("/index.xml"), ""),
                                place("sitemap", origin.url("/s.xml"), ""))));
        first("/index.xml");

        assertThat(rig.titles(source)).containsExactly("A");
        assertThat(origin.asked("/index.xml")).hasSize(1);
    }

    @Test
    void robotsTxtAndWhatIsNoPageAreRespected() {
        origin.on("/robots.txt", text("User-agent: *\nDisallow: /private\n"));
        origin.on("/a", page("A")).on("/private", page("P"));
        origin.on(
                "/paper.pdf",
                exchange ->
                        FeedOrigin.send(
                                exchange, 200, "%PDF-1.4", "Content-Type", "application/pdf"));
        origin.on(
                "/sitemap.xml",
                text(sitemap(entry("/private", ""), entry("/paper.pdf", ""), entry("/a", ""))));
        first("/sitemap.xml");

        assertThat(rig.titles(source)).containsExactly("A");
        assertThat(origin.asked("/private")).isEmpty();
        assertThat(rig.log(source).getLast().getRefusedItems()).isZero();
    }

    @Test
    void whoIsAskedToWaitGoesOnLaterWithWhatIsLeft() {
        origin.on("/a", page("A")).on("/b", FeedOrigin.status(429, "Retry-After", "3600"));
        origin.on("/c", page("C"));
        origin.on(
                "/sitemap.xml",
                text(
                        sitemap(
                                entry("/a", "2020-01-03"),
                                entry("/b", "2020-01-02"),
                                entry("/c", "2020-01-01"))));
        first("/sitemap.xml");

        assertThat(rig.titles(source)).containsExactly("A");
        assertThat(origin.asked("/c")).isEmpty();
        assertThat(rig.state(source).orElseThrow().getRetryAfter())
                .isAfter(rig.clock().instant().plus(Duration.ofMinutes(50)));

        origin.on("/b", page("B"));
        nextPoll();

        assertThat(rig.titles(source)).containsExactlyInAnyOrder("A", "B", "C");
        assertThat(origin.asked("/a")).hasSize(1);
    }

    private void first(String path) {
        rig.poller();
        rig.add(source, origin.url(path));
        awaitPolls(1);
    }

    private FetchLogEntry nextPoll() {
        int before = rig.log(source).size();
        rig.clock().pass(DAY);
        awaitPolls(before + 1);
        return rig.log(source).getLast();
    }

    private void awaitPolls(int count) {
        await().atMost(PATIENCE).until(() -> rig.log(source).size() >= count);
    }

    private String entry(String path, String lastmod) {
        return place("url", origin.url(path), lastmod);
    }

    private static String place(String element, String url, String lastmod) {
        String changed = lastmod.isEmpty() ? "" : "<lastmod>" + lastmod + "</lastmod>";
        return "<%1$s><loc>%2$s</loc>%3$s</%1$s>".formatted(element, url, changed);
    }

    private static String sitemap(String... entries) {
        return "<urlset xmlns=\"http://www.sitemaps.org/schemas/sitemap/0.9\">%s</urlset>"
                .formatted(String.join("", entries));
    }

    private static String index(String... entries) {
        return "<sitemapindex>%s</sitemapindex>".formatted(String.join("", entries));
    }

    private static FeedOrigin.Answer text(String body) {
        return exchange -> FeedOrigin.send(exchange, 200, body);
    }

    private static FeedOrigin.Answer page(String title) {
        return exchange ->
                FeedOrigin.send(
                        exchange,
                        200,
                        "<!DOCTYPE html><title>%s</title><p>Text of a page.</p>".formatted(title),
                        "Content-Type",
                        "text/html; charset=utf-8");
    }
}
