package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.poll.visit.FeedReader;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Looks whether there is a feed under a URL, or on the page there a link to one. */
public final class FeedFinder {

    private static final FetchLimits LIMITS =
            new FetchLimits(
                    10 * 1024 * 1024,
                    10 * 1024 * 1024,
                    5,
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(30));

    private static final Set<String> FEED_TYPES =
            Set.of(
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/feed+json",
                    "application/json",
                    "application/rdf+xml");

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
         * @param urls absolute, in the order of the page; at least one
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
    }

    /** Looks there. */
    public Found look(String url) {
        var request =
                new FetchRequest(url, Optional.empty(), "*/*", LIMITS, Asking.ForNews.first());
        return switch (fetcher.fetch(request)) {
            case FetchResult.Answered answer -> answered(url, answer);
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
        return switch (reader.read("finder", document)) {
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

    private static Found links(FetchResult.Answered answer) {
        List<String> urls = new ArrayList<>();
        for (Element link : page(answer).select("link[href], a[rel=alternate][href]")) {
            Optional<String> target =
                    WebUrl.resolve(answer.finalUrl(), link.attr("href"))
                            .map(WebUrl::withoutFragment);
            if (isFeed(link) && urls.size() < LINKS_MAX) {
                target.filter(it -> !urls.contains(it)).ifPresent(urls::add);
            }
        }
        return urls.isEmpty()
                ? new Found.Nothing("neither a feed nor a page that names one")
                : new Found.Links(urls);
    }

    private static boolean isFeed(Element link) {
        String type = link.attr("type").strip().toLowerCase(Locale.ROOT);
        String rel = " " + link.attr("rel").toLowerCase(Locale.ROOT) + " ";
        return rel.contains(" feed ") || (rel.contains(" alternate ") && FEED_TYPES.contains(type));
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
