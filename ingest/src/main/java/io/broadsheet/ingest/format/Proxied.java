package io.broadsheet.ingest.format;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/**
 * Addresses of images behind a proxy that a generator puts before plain-http ones (CONTRACT section
 * 11). What was written stays; the address behind is noted beside it, so that the picture is one
 * picture with and without the proxy.
 */
public final class Proxied {

    /** Under which the address behind the proxy is noted among an image's attributes. */
    public static final String ATTRIBUTE = "proxied-url";

    private static final String PROXY = "https://cors.zfour.workers.dev/?";

    private Proxied() {}

    /** The address behind the proxy; empty if there is no proxy that we know. */
    public static Optional<String> behind(String url) {
        if (!url.startsWith(PROXY)) {
            return Optional.empty();
        }
        String inner = url.substring(PROXY.length());
        boolean encoded =
                inner.toLowerCase(Locale.ROOT).startsWith("http%3a")
                        || inner.toLowerCase(Locale.ROOT).startsWith("https%3a");
        return Optional.of(encoded ? decoded(inner) : inner)
                .filter(i -> i.startsWith("http://") || i.startsWith("https://"));
    }

    private static String decoded(String inner) {
        try {
            return URLDecoder.decode(inner.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            // A stray per cent sign: then it is no encoded address either.
            return inner;
        }
    }
}
