package io.broadsheet.ingest.format.feed.field;

/** How good an offer for a field is: the lowest wins, among equals the first. */
public enum Rank {
    /** The format's own element for it. */
    OWN,
    /** The format's second choice for it. */
    OWN_SECOND,
    /** The element of a module made for exactly this. */
    MODULE,
    /** An element borrowed from another format. */
    BORROWED,
    /** Something that only tends to be the same. */
    AKIN,
    /** What the whole feed says. */
    FEED
}
