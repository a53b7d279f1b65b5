package io.broadsheet.ingest.poll.health;

/** Whether a feed's hub tells us of news. */
public enum HubCondition {
    /** The feed names no hub. */
    NONE,
    /** It names one, and nobody has asked it to tell us. */
    POLLING_ONLY,
    /** The hub was asked, and has not promised anything yet. */
    ASKED,
    /** It has promised to tell us. */
    ACTIVE,
    /** It has promised, and does not tell all: polls have found items that it did not send. */
    SILENT,
    /** It does not want to. */
    DENIED,
    /** It was asked several times, or its promise is over, and it has not answered. */
    FAILING,
    /** It is being told that we do not want to be told any more. */
    LEAVING
}
