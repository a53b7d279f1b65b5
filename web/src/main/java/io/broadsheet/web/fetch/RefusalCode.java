package io.broadsheet.web.fetch;

/** Why a URL is not requested. */
public enum RefusalCode {
    /** It is no URL, or one that parsers read differently. */
    URL_MALFORMED,
    /** Another scheme than http and https. */
    URL_SCHEME,
    /** It carries a user name or password. */
    URL_USERINFO,
    /** Longer than 2,048 characters. */
    URL_TOO_LONG,
    /** The host is an address written in an unusual way, or no host at all. */
    URL_BAD_HOST,
    /** The host is a name of the local network. */
    URL_BLOCKED_HOST,
    /** The port is not among those allowed. */
    URL_BLOCKED_PORT,
    /** The name resolves to an address that is not public. */
    URL_BLOCKED_ADDRESS,
    /** From https to http. */
    REDIRECT_DOWNGRADE,
    /** Whoever asked does not want to follow it. */
    REDIRECT_UNWANTED;

    /** Whether it is about where the URL leads: {@link EgressPolicy} says what is allowed. */
    public boolean isOfPlace() {
        return this == URL_BLOCKED_HOST || this == URL_BLOCKED_PORT || this == URL_BLOCKED_ADDRESS;
    }
}
