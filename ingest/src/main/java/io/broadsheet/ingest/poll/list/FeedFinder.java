package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.poll.visit.FeedReader;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.BodyEnd;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;
import io.broadsheet.web.url.WebUrl;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks whether there is a feed under a URL, or on the page there a link to one. */
public final class FeedFinder {

    private static final FetchLimits LIMITS =
            new FetchLimits(
                    10 * 1024 * 1024,
                    10 * 1024 * 1024,
                    5,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private static final int LINKS_MAX = 20;

    private final SafeFetcher fetcher;
    private final FeedReader reader;

    /**
     * @param fetcher goes only where feeds may be
     */
    public FeedFinder(SafeFetcher fetcher, FeedReader reader) {
        this.fetcher = fetcher;
        this.reader = reader;
    }

    /** What is under a URL. */
    public sealed interface Found {

        /**
         * A feed, or a sitemap.
         *
         * @param url it was asked under
         * @param title what it calls itself
         * @param items how many it shows
         */
        record Feed(String url, Optional<String> title, int items) implements Found {}

        /**
         * A page that names feeds.
         *
         * @param urls absolute, the likeliest first; at least one
         */
        record Links(List<String> urls) implements Found {

            public Links {
                urls = List.copyOf(urls);
            }
        }

        /**
         * Neither.
         *
         * @param why in words for an operator
         */
        record Nothing(String why) implements Found {}

        /**
         * Nobody was asked: the policy of the fetcher allows no request to that place.
         *
         * @param why in words for an operator
         */
        record Shut(String why) implements Found {}
    }

    /** Looks there. */
    public Found look(String url) {
        var request =
                new FetchRequest(url, Optional.empty(), "*/*", LIMITS, Asking.ForNews.first());
        return switch (fetcher.fetch(request)) {
            case FetchResult.Answered answer -> answered(url, answer);
            case FetchResult.Refused(var code, var detail, _) when code.isOfPlace() ->
                    new Found.Shut(code + ": " + detail);
            case FetchResult.Refused(var code, var detail, _) ->
                    new Found.Nothing(code + ": " + detail);
            case FetchResult.Failed(var failure, var detail, _) ->
                    new Found.Nothing("no answer: " + failure + ": " + detail);
        };
    }

    private Found answered(String url, FetchResult.Answered answer) {
        if (answer.status() != 200) {
            return new Found.Nothing("it answers with HTTP status " + answer.status());
        }
        if (answer.body().end() != BodyEnd.COMPLETE) {
            return new Found.Nothing("its body cannot be read: " + answer.body().end());
        }
        var http =
                new HttpFacts(
                        answer.finalUrl(),
                        answer.status(),
                        answer.header("content-type").orElse(null),
                        null,
                        null);
        Document document = Document.fetched(url, answer.body().kept(), http);
        return switch (reader.read("finder", IdentityBasis.UNKNOWN, document)) {
            case Reading.Articles reading when reading.feed().isPresent() ->
                    new Found.Feed(
                            url,
                            Optional.ofNullable(reading.feed().get().title()),
                            reading.articles().size());
            case Reading.Places(var sitemap, _) ->
                    new Found.Feed(url, Optional.empty(), sitemap.places().size());
            case Reading.Articles _, Reading.Buried _ -> links(answer);
        };
    }

    /** The best first, each rank in the page's order; guesses only if there is nothing else. */
    private static Found links(FetchResult.Answered answer) {
        org.jsoup.nodes.Document page = page(answer);
        String base = base(page, answer.finalUrl());
        Map<String, FeedLink> links = new LinkedHashMap<>();
        for (Element element : page.select("link[href], a[rel~=(?i)\\balternate\\b][href]")) {
            FeedLink link = FeedLink.of(element);
            if (link != FeedLink.NONE) {
                WebUrl.resolve(base, element.attr("href"))
                        .map(WebUrl::withoutFragment)
                        .ifPresent(url -> links.merge(url, link, FeedLink::better));
            }
        }
        if (links.values().stream().anyMatch(link -> link != FeedLink.GUESS)) {
            links.values().removeIf(link -> link == FeedLink.GUESS);
        }
        List<String> urls =
                links.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(Map.Entry::getKey)
                        .limit(LINKS_MAX)
                        .toList();
        return urls.isEmpty()
                ? new Found.Nothing(
                        "neither a feed nor a page that names one; look on the page for its feed and"
                                + " give the URL of that")
                : new Found.Links(urls);
    }

    /** What is relative on the page is relative to that: its first {@code <base>}, or itself. */
    private static String base(org.jsoup.nodes.Document page, String url) {
        return Optional.ofNullable(page.selectFirst("base[href]"))
                .flatMap(base -> WebUrl.resolve(url, base.attr("href")))
                .map(WebUrl::toString)
                .orElse(url);
    }

    private static org.jsoup.nodes.Document page(FetchResult.Answered answer) {
        try {
            var bytes = new ByteArrayInputStream(answer.body().kept());
            return Jsoup.parse(bytes, null, answer.finalUrl());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }
}
