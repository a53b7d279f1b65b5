package io.broadsheet.syndicate.form;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/** What standards call a URI, out of what sources call a URL. */
final class Uris {

    private Uris() {}

    /** The text if it is an absolute http or https URI (RFC 3986); what is not one is left out. */
    static Optional<String> web(@Nullable String text) {
        if (text == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text.strip());
            String scheme = String.valueOf(uri.getScheme()).toLowerCase(Locale.ROOT);
            boolean web =
                    (scheme.equals("http") || scheme.equals("https")) && uri.getHost() != null;
            return web ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            // Kept verbatim in the article itself; a form may not call it a URI.
            return Optional.empty();
        }
    }
}
