package io.broadsheet.ingest.document;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.RawArticle;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** What a document gave: articles and the letters about its bad items, or one dead letter. */
public sealed interface Reading {

    /**
     * It could be read. A document that is one article gives exactly one and no letter; a feed any
     * number of both, in its order, none of them twice. {@code fetch.itemIndex} says which item of
     * the feed an article is.
     *
     * @param articles each under its own identity, but a feed may hold two versions of one
     * @param letters about items that are no articles
     * @param feed what the feed says of itself; empty if the document is no feed
     */
    record Articles(List<RawArticle> articles, List<DeadLetter> letters, Optional<FeedHead> feed)
            implements Reading {

        public Articles {
            articles = List.copyOf(articles);
            letters = List.copyOf(letters);
        }
    }

    /**
     * It holds no articles, but says where they are: who can go there does, for all others there is
     * a letter.
     *
     * @param sitemap the places
     * @param letter about the document; made when it is asked for
     */
    record Places(Parsed.Sitemap sitemap, Supplier<DeadLetter> letter) implements Reading {}

    /** It could not be read at all. */
    record Buried(DeadLetter letter) implements Reading {}
}
