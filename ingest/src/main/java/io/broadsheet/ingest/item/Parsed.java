package io.broadsheet.ingest.item;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.runtime.failure.Rejection;

import java.util.List;
import java.util.Optional;

/** What a format made of a document. */
public sealed interface Parsed {

    /** An article, as far as the document tells it. */
    record Item(Draft draft) implements Parsed {}

    /**
     * Any number of articles.
     *
     * @param head what the document says of itself; empty if it is only a list of articles
     * @param items in the order of the document
     */
    record Feed(Optional<FeedHead> head, List<FeedItem> items) implements Parsed {

        public Feed {
            items = List.copyOf(items);
        }
    }

    /** No article. */
    record Refused(Rejection rejection) implements Parsed {}
}
