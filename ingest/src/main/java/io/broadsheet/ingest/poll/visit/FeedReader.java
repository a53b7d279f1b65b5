package io.broadsheet.ingest.poll.visit;

import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.Reading;
import io.broadsheet.v1.IdentityBasis;

/** Reads what a feed's server sent. May be used by many threads. */
@FunctionalInterface
public interface FeedReader {

    /**
     * What the document holds, under the name of that source. No bytes make it throw.
     *
     * @param identityPolicy the rung of the identity ladder to begin at; UNKNOWN for the first
     * @throws java.io.UncheckedIOException if what is too large for a record cannot be kept
     */
    Reading read(String sourceId, IdentityBasis identityPolicy, Document document);
}
