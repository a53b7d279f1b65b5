package io.broadsheet.web.url;

import java.util.Optional;

/**
 * A URL in the form by which we recognise it: two texts that mean the same place are equal. Being
 * normalized twice changes nothing. Paths and queries are otherwise left as their server wrote
 * them, because only the server knows what they mean.
 */
public final class NormalizedUrl {

    private final String value;
    private final String host;

    private NormalizedUrl(String value, String host) {
        this.value = value;
        this.host = host;
    }

    /**
     * A page's URL as identity: lower-case host, default port and fragment off, tracking parameters
     * off, the other parameters sorted by name. Empty if it is no absolute http or https URL. Never
     * throws.
     */
    public static Optional<NormalizedUrl> ofLink(String written) {
        return WebUrl.parse(written)
                .map(url -> of(url, LinkQuery.withoutTracking(url.host(), url.query())));
    }

    /**
     * The URL of an image or another file: as {@link #ofLink}, but every parameter stays where it
     * is, since it may decide what is served. Empty if it is no absolute http or https URL. Never
     * throws.
     */
    public static Optional<NormalizedUrl> ofResource(String written) {
        return WebUrl.parse(written).map(url -> of(url, url.query()));
    }

    /**
     * The absolute URL that {@code reference} means on the page {@code base}; empty if there is
     * none of http or https. Never throws.
     */
    public static Optional<String> resolve(String base, String reference) {
        return WebUrl.resolve(base, reference).map(WebUrl::toString);
    }

    private static NormalizedUrl of(WebUrl url, String query) {
        return new NormalizedUrl(url.withQuery(query), url.host());
    }

    /** The URL itself. */
    public String value() {
        return value;
    }

    /** Its host, lower-case ASCII; an IPv6 address in brackets. */
    public String host() {
        return host;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof NormalizedUrl url && value.equals(url.value);
    }

    @Override
    public int hashCode() {
        return value.hashCode();
    }

    @Override
    public String toString() {
        return value;
    }
}
