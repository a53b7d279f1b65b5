package io.broadsheet.syndicate.feed;

/** A format of feeds. */
sealed interface FeedFormat permits JsonFeed, AtomFeed {

    /** How the path of such a feed ends, without the dot. */
    String ending();

    /** The media type. */
    String mediaType();

    /** The page as a document. */
    String write(FeedPage page);
}
