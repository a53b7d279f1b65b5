package io.broadsheet.ingest.poll.list;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;

import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.list.FeedFinder.Found;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.SafeFetcher;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What is found under a URL, asked of a real server. */
class FeedFinderTest {

    private static final String RSS =
            "<rss version=\"2.0\"><channel><title>Local news</title><item><guid>a</guid><title>A"
                    + "</title></item></channel></rss>";

    private final Map<String, String> pages = new ConcurrentHashMap<>();
    private HttpServer server;
    private SafeFetcher fetcher;
    private FeedFinder finder;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
        fetcher =
                SafeFetcher.open(
                        EgressPolicy.allowingPrivateAddresses().withProxySettingsIgnored());
        finder =
                new FeedFinder(
                        fetcher,
                        (source, _, document) ->
                                new DocumentReader(
                                                ReaderSettings.of(new SourceId(source), "test"),
                                                ClaimStore.none(),
                                                () -> Instant.EPOCH)
                                        .parse(document));
    }

    @AfterEach
    void close() {
        fetcher.close();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String body = pages.get(exchange.getRequestURI().getPath());
            byte[] bytes = Optional.ofNullable(body).orElse("").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
            exchange.sendResponseHeaders(
                    body == null ? 404 : 200, bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    @Test
    void aFeedIsAFeedWhateverItsTypeSays() {
        assertThat(look(RSS)).isEqualTo(new Found.Feed(url("/"), Optional.of("Local news"), 1));
    }

    @Test
    void everyTypeOfFeedIsFoundRelativeToThePage() {
        assertThat(
                        links(
                                """
                                <link rel="alternate" type="application/rss+xml" href="rss">
                                <link rel="ALTERNATE" type="application/atom+xml; charset=utf-8" href="/atom">
                                <link rel="alternate home" type="Application/Feed+JSON" href="?feed=json">
                                <link rel="alternate" type="application/rdf+xml" href="//127.0.0.2/rdf">
                                <link rel="feed" href="./plain#top">
                                <a rel="alternate" type="application/rss+xml" href="/below">RSS</a>
                                """))
                .containsExactly(
                        url("/rss"),
                        url("/atom"),
                        url("/?feed=json"),
                        "http://127.0.0.2/rdf",
                        url("/plain"),
                        url("/below"));
    }

    @Test
    void aBaseOfThePageHolds() {
        assertThat(
                        links(
                                """
                                <base href="/news/">
                                <link rel="alternate" type="application/rss+xml" href="feed.xml">
                                """))
                .containsExactly(url("/news/feed.xml"));
    }

    @Test
    void theLikeliestComesFirstAndCommentsLast() {
        assertThat(
                        links(
                                """
                                <link rel="alternate" type="application/rss+xml" title="Site &raquo; Comments" href="/c1">
                                <link rel="alternate" type="application/rss+xml" href="/comments/feed/">
                                <link rel="alternate" type="application/rss+xml" title="Kommentare" href="/c2">
                                <link rel="alternate" type="text/xml" href="/maybe">
                                <link rel="alternate" type="application/rss+xml" title="Site" href="/feed">
                                <link rel="alternate" type="application/atom+xml" href="/sport">
                                """))
                .containsExactly(
                        url("/feed"),
                        url("/sport"),
                        url("/maybe"),
                        url("/c1"),
                        url("/comments/feed/"),
                        url("/c2"));
    }

    @Test
    void plainJsonIsTakenOnlyIfThereIsNothingElse() {
        String json = "<link rel=alternate type=application/json href=/api>";
        String rss = "<link rel=alternate type=application/rss+xml href=/feed>";

        assertThat(links(json)).containsExactly(url("/api"));
        assertThat(links(json + rss)).containsExactly(url("/feed"));
    }

    @Test
    void whatIsNamedTwiceIsThereOnce() {
        assertThat(
                        links(
                                """
                                <link rel="alternate" type="text/xml" href="/feed">
                                <link rel="alternate" type="application/rss+xml" href="/other">
                                <link rel="feed" href="/feed">
                                """))
                .containsExactly(url("/feed"), url("/other"));
    }

    @Test
    void otherFormsOfAPageAreNoFeeds() {
        assertNothing(
                """
                <link rel="alternate" hreflang="de" href="/de">
                <link rel="alternate stylesheet" type="text/xml" href="/dark">
                <link rel="alternate" type="application/json+oembed" href="/oembed">
                <link rel="stylesheet" type="application/rss+xml" href="/odd">
                <link rel="alternate" type="application/rss+xml" href="mailto:feed@site.example">
                """);
    }

    @Test
    void whereThereIsNoneItSaysWhatToDo() {
        assertNothing("<p>Nothing here.</p>");
        assertThat(finder.look(url("/missing")))
                .isEqualTo(new Found.Nothing("it answers with HTTP status 404"));
        assertThat(((Found.Nothing) finder.look("http://127.0.0.1:1/")).why())
                .startsWith("no answer: CONNECTION");
    }

    @Test
    void aPlaceThatMayNotBeAskedIsNoPlaceWithoutAFeed() {
        try (SafeFetcher shut =
                SafeFetcher.open(EgressPolicy.publicOnly().withProxySettingsIgnored())) {
            var asking =
                    new FeedFinder(
                            shut,
                            (_, _, _) -> {
                                throw new AssertionError("asked");
                            });

            assertThat(asking.look(url("/"))).isInstanceOf(Found.Shut.class);
            assertThat(asking.look("http://localhost/")).isInstanceOf(Found.Shut.class);
            assertThat(asking.look("http://u:p@site.example/")).isInstanceOf(Found.Nothing.class);
        }
    }

    private void assertNothing(String body) {
        assertThat(look(page(body)))
                .isEqualTo(
                        new Found.Nothing(
                                "neither a feed nor a page that names one; look on the page for its"
                                        + " feed and give the URL of that"));
    }

    private List<String> links(String head) {
        return ((Found.Links) look(page(head))).urls();
    }

    private static String page(String head) {
        return "<!DOCTYPE html><html><head><title>Site</title>" + head + "</head></html>";
    }

    private Found look(String body) {
        pages.put("/", body);
        return finder.look(url("/"));
    }

    private String url(String path) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + path;
    }
}
