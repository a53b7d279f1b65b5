package io.broadsheet.web.fetch;

/** How the reading of a body ended. */
public enum BodyEnd {
    /** All of it was read, as long as it was declared. */
    COMPLETE,
    /** The peer closed before all declared bytes had come. */
    CUT_BY_PEER,
    /** It is longer than the limit; the rest was not read. */
    OVER_LIMIT,
    /** It unpacks to more than a hundred times what was sent; the rest was not read. */
    OVER_RATIO,
    /** It is packed in a way that was not asked for, or wrongly. */
    UNDECODABLE
}
