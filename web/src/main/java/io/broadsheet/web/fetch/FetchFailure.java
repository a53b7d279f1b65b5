package io.broadsheet.web.fetch;

/** Why no HTTP answer came. */
public enum FetchFailure {
    /** The name does not resolve. */
    DNS,
    /** No connection, or it broke before the answer. */
    CONNECTION,
    /** No secure channel, or a certificate that does not fit. */
    TLS,
    /** A limit of time ran out. */
    TIMEOUT,
    /** The peer does not speak HTTP, or its headers exceed the limit. */
    PROTOCOL,
    /** More redirects than allowed, a loop, or one that leads nowhere. */
    REDIRECTS
}
