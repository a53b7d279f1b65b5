package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.web.fetch.BodyEnd;
import io.broadsheet.web.fetch.FetchLimits;
import io.broadsheet.web.fetch.FetchRequest;
import io.broadsheet.web.fetch.FetchResult;
import io.broadsheet.web.fetch.SafeFetcher;

import java.time.Duration;
import java.util.Optional;

/** Documents of the web, fetched once and whole. May be used by many threads. */
public final class FetchedDocuments {

    private static final String ACCEPT = FeedVisitor.ACCEPT + ", text/html;q=0.5";
    private static final int REDIRECTS_MAX = 5;
    private static final Duration CONNECT_MAX = Duration.ofSeconds(10);
    private static final int OK = 200;

    private final SafeFetcher fetcher;
    private final FetchLimits limits;

    /** What came of a request. */
    public sealed interface Result {

        /** It is here, whole. */
        record Fetched(Document document) implements Result {}

        /**
         * It is not.
         *
         * @param why in words for whoever asked
         */
        record Missing(String why) implements Result {}
    }

    /**
     * @param bodyBytesMax of a document, decoded
     * @param totalTimeMax of one request, redirects included
     */
    public FetchedDocuments(SafeFetcher fetcher, int bodyBytesMax, Duration totalTimeMax) {
        this.fetcher = fetcher;
        this.limits =
                new FetchLimits(
                        bodyBytesMax, bodyBytesMax, REDIRECTS_MAX, CONNECT_MAX, totalTimeMax);
    }

    /** Fetches what an absolute URL leads to. */
    public Result fetch(String url) {
        return switch (fetcher.fetch(new FetchRequest(url, Optional.empty(), ACCEPT, limits))) {
            case FetchResult.Answered answer -> answered(url, answer);
            case FetchResult.Refused(var code, var detail, _) ->
                    new Result.Missing(code + ": " + detail);
            case FetchResult.Failed(var failure, var detail, _) ->
                    new Result.Missing(failure + ": " + detail);
        };
    }

    private static Result answered(String url, FetchResult.Answered answer) {
        if (answer.status() != OK) {
            return new Result.Missing("HTTP status " + answer.status());
        }
        return answer.body().end() == BodyEnd.COMPLETE
                ? new Result.Fetched(of(url, answer))
                : new Result.Missing("not read to its end: " + answer.body().end());
    }

    /** An answer whose body is whole, as a document. */
    static Document of(String url, FetchResult.Answered answer) {
        var http =
                new HttpFacts(
                        answer.finalUrl(),
                        answer.status(),
                        answer.header("content-type").orElse(null),
                        answer.header("etag").orElse(null),
                        answer.header("last-modified").orElse(null));
        return Document.fetched(url, answer.body().kept(), http);
    }
}
