package io.broadsheet.enrich.image;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.web.url.NormalizedUrl;

import java.util.Optional;

/** The identity of an image: by its normalized URL, so that one picture is checked once. */
public final class ImageId {

    private ImageId() {}

    /**
     * 32 hex digits over {@code v1\n{normalized URL}} (CONTRACT section 4); over the text as it is
     * where it is no web URL. Never throws.
     */
    public static String of(String url) {
        return of(NormalizedUrl.ofResource(url), url);
    }

    /**
     * The same where the URL was already normalised.
     *
     * @param normalized of {@code url}, empty if it is no web URL
     */
    public static String of(Optional<NormalizedUrl> normalized, String url) {
        return Sha256.id("v1\n" + normalized.map(NormalizedUrl::value).orElse(url));
    }
}
