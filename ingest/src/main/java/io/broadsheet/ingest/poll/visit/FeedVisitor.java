package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.PollOutcome;
import io.broadsheet.web.fetch.Asking;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Fetches feeds and reads them. May be used by many threads. */
public final class FeedVisitor {

    /** Read by origins that serve several formats under one URL. */
    static final String ACCEPT =
            "application/atom+xml, application/rss+xml, application/feed+json,"
                    + " application/rdf+xml;q=0.9, application/xml;q=0.8, text/xml;q=0.8,"
                    + " application/json;q=0.7, */*;q=0.1";

    private static final int REDIRECTS_MAX = 5;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final int OK = 200;
    private static final int NOT_MODIFIED = 304;
    private static final int GONE = 410;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int UNAVAILABLE = 503;

    private final SafeFetcher fetcher;
    private final FetchLimits limits;
    private final FeedReader reader;
    private final InstantSource clock;

    /**
     * @param bodyBytesMax of a feed, decoded
     * @param totalTimeMax of one visit, redirects included
     */
    public FeedVisitor(
            SafeFetcher fetcher,
            int bodyBytesMax,
            Duration totalTimeMax,
            FeedReader reader,
            InstantSource clock) {
        this.fetcher = fetcher;
        this.limits =
                new FetchLimits(
                        bodyBytesMax, bodyBytesMax, REDIRECTS_MAX, CONNECT_MAX, totalTimeMax);
        this.reader = reader;
        this.clock = clock;
    }

    /**
     * Fetches what is new since the last good answer, and reads it.
     *
     * @param pass of the feed's host; takes the visit through the doors of others
     */
    public Visit visit(Errand errand, HostDoors.Pass pass) {
        Instant start = clock.instant();
        var asking = new Asking.ForNews(errand.etag(), errand.lastModified());
        FetchResult result =
                fetcher.fetch(
                        new FetchRequest(errand.url(), Optional.empty(), ACCEPT, limits, asking),
                        pass);
        Instant end = clock.instant();
        Optional<Visit.Head> head =
                result instanceof FetchResult.Answered answered
                        ? Optional.of(Visit.Head.of(answered))
                        : Optional.empty();
        return new Visit(
                errand.url(),
                end,
                Duration.between(start, end),
                head,
                result.hops(),
                pass.turnedAway()
                        .<Finding>map(Finding.TurnedAway::new)
                        .orElseGet(() -> finding(errand, result)));
    }

    /**
     * Reads what a hub sent, which is read like an answer of the feed itself.
     *
     * @param body the bytes
     * @param contentType the header as it came
     */
    public Visit read(Errand errand, byte[] body, Optional<String> contentType) {
        HttpFacts http = HttpFacts.brought(errand.url(), contentType.orElse(null));
        Document document = Document.fetched(errand.url(), body, http);
        var head = new Visit.Head(errand.url(), OK, Map.of(), body.length);
        return new Visit(
                errand.url(),
                clock.instant(),
                Duration.ZERO,
                Optional.of(head),
                List.of(),
                read(errand, document));
    }

    private Finding finding(Errand errand, FetchResult result) {
        return switch (result) {
            case FetchResult.Answered answer -> answered(errand, answer);
            case FetchResult.Refused(var code, var detail, _) ->
                    unavailable(
                            PollOutcome.REFUSED,
                            code.isOfPlace()
                                    ? code + ": " + detail + "; see feeds.private.addresses"
                                    : code + ": " + detail);
            case FetchResult.Failed(var failure, var detail, _) ->
                    unavailable(PollOutcome.NO_ANSWER, failure + ": " + detail);
        };
    }

    private Finding answered(Errand errand, FetchResult.Answered answer) {
        String status = "HTTP status " + answer.status();
        return switch (answer.status()) {
            case OK -> body(errand, answer);
            case NOT_MODIFIED ->
                    errand.etag().isPresent() || errand.lastModified().isPresent()
                            ? new Finding.NotModified()
                            : unavailable(PollOutcome.HTTP_ERROR, status + ", but nobody asked");
            case GONE ->
                    answer.hops().size() == 1
                            ? unavailable(PollOutcome.GONE, status + ": gone for good")
                            : unavailable(PollOutcome.HTTP_ERROR, status);
            case TOO_MANY_REQUESTS, UNAVAILABLE ->
                    unavailable(PollOutcome.RATE_LIMITED, status + ": the host wants a rest");
            default -> unavailable(PollOutcome.HTTP_ERROR, status);
        };
    }

    private Finding body(Errand errand, FetchResult.Answered answer) {
        FetchResult.Body body = answer.body();
        return switch (body.end()) {
            case COMPLETE ->
                    Optional.of(body.digest()).equals(errand.payloadDigest())
                            ? new Finding.SameBody()
                            : read(errand, FetchedDocuments.of(errand.url(), answer));
            case CUT_BY_PEER ->
                    unavailable(
                            PollOutcome.NO_ANSWER,
                            "cut after %d bytes".formatted(body.bytesRead()));
            case OVER_LIMIT ->
                    unreadable("over %d bytes, the limit".formatted(limits.bodyBytesMax()));
            case OVER_RATIO -> unreadable("unpacks to more than a hundred times its size");
            case UNDECODABLE -> unreadable("packed in a way that was not asked for, or wrongly");
        };
    }

    private Finding read(Errand errand, Document document) {
        return switch (reader.read(errand.sourceId(), errand.identityPolicy(), document)) {
            case Reading.Articles reading ->
                    reading.feed()
                            .<Finding>map(
                                    head -> new Finding.Items(reading, head, document.digest()))
                            .orElseGet(() -> unreadable("a page, not a feed"));
            case Reading.Places(var sitemap, _) -> walk(errand, document, sitemap);
            case Reading.Buried(DeadLetter letter) ->
                    new Finding.Unreadable(Optional.of(letter), letter.getMessage());
        };
    }

    private Finding walk(Errand errand, Document document, Parsed.Sitemap sitemap) {
        String base = document.http().map(HttpFacts::finalUrl).orElse(errand.url());
        var door = new PageDoor(fetcher, limits, clock);
        return new SitemapWalk(errand, door, reader, clock.instant()).walk(base, sitemap);
    }

    private static Finding unavailable(PollOutcome outcome, String why) {
        return new Finding.Unavailable(outcome, why);
    }

    private static Finding unreadable(String why) {
        return new Finding.Unreadable(Optional.empty(), why);
    }
}
