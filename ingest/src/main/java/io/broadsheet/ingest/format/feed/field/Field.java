package io.broadsheet.ingest.format.feed.field;

/** A field of an article that more than one element can fill. */
public enum Field {
    /** The headline. */
    TITLE,
    /** What it is about. */
    SUMMARY,
    /** The article itself. */
    BODY,
    /** Where it is to be read. */
    LINK,
    /** What it is known by. */
    GUID,
    /** When it came out. */
    PUBLISHED,
    /** When it was last changed. */
    UPDATED,
    /** What it is written in. */
    LANGUAGE,
    /** Who holds the rights. */
    RIGHTS
}
