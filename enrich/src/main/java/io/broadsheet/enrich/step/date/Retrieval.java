package io.broadsheet.enrich.step.date;

import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;

import java.time.Instant;
import java.util.Optional;

/** When an article was fetched from its source. */
public final class Retrieval {

    private Retrieval() {}

    /**
     * The time of its fetch from the web. A file was written at some time before it was read, so
     * for one there is none.
     */
    public static Optional<Instant> of(RawArticle raw) {
        return Optional.ofNullable(raw.getFetch())
                .filter(fetch -> fetch.getRequestUrl() != null)
                .filter(fetch -> fetch.getRequestUrl().startsWith("http"))
                .map(FetchContext::getRetrievedAt);
    }
}
