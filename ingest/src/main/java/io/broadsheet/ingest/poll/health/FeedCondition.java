package io.broadsheet.ingest.poll.health;

/** How a feed is. */
public enum FeedCondition {
    /** It was never polled. */
    NEW,
    /** The last poll was good, and items come as they use to. */
    OK,
    /** Polls are good, but no new item came for far longer than usual. */
    SILENT,
    /** The last poll failed. */
    FAILING,
    /** Its host wants to be left alone. */
    BLOCKED,
    /** It answered 410 and is not asked any more. */
    GONE,
    /** An operator stopped it. */
    PAUSED
}
