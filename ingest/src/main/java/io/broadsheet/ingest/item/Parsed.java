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

    /**
     * No articles, but where they are to be had.
     *
     * @param index whether the places are sitemaps again, else they are pages
     * @param places in the order of the document, each once
     * @param passedOver entries that are no such addresses, or are too many
     * @param problem what is wrong with the document and where; blank if nothing is
     */
    record Sitemap(boolean index, List<Place> places, int passedOver, String problem)
            implements Parsed {

        public Sitemap {
            places = List.copyOf(places);
        }
    }

    /** No article. */
    record Refused(Rejection rejection) implements Parsed {}
}
