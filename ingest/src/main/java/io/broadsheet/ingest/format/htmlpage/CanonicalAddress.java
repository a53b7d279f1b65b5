package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.RegistrableHost;

import java.util.Map;
import java.util.Optional;

/**
 * The address by which a page may be known (CONTRACT section 7). A page says what it likes: one
 * that names another site would take that site's article over, and one that names its own home page
 * would make one article of a whole site. Neither is believed. What is not absolute is relative to
 * where the page came from. A page that did not come from the web can only be taken at its word.
 *
 * @param taken the first address that may be believed
 * @param refused why another that stands before it may not; empty if there is none
 */
record CanonicalAddress(Optional<String> taken, Optional<String> refused) {

    /**
     * Of the declared ones.
     *
     * @param declared by key, the best first
     * @param base where the page came from; blank if not from the web
     */
    static CanonicalAddress of(Map<String, String> declared, String base) {
        Optional<String> refused = Optional.empty();
        for (Map.Entry<String, String> entry : declared.entrySet()) {
            Optional<String> url = absolute(entry.getValue(), base);
            Optional<String> why = url.flatMap(u -> refusal(u, base));
            if (url.isPresent() && why.isEmpty()) {
                return new CanonicalAddress(url, refused);
            }
            refused = refused.or(() -> why.map(w -> entry.getKey() + " " + w));
        }
        return new CanonicalAddress(Optional.empty(), refused);
    }

    /** As written if it is absolute. */
    private static Optional<String> absolute(String written, String base) {
        return NormalizedUrl.ofLink(written).isPresent()
                ? Optional.of(written)
                : base.isBlank() ? Optional.empty() : NormalizedUrl.resolve(base, written);
    }

    private static Optional<String> refusal(String url, String base) {
        Optional<String> here = RegistrableHost.of(base);
        if (here.isEmpty()) {
            return Optional.empty();
        }
        if (!here.equals(RegistrableHost.of(url))) {
            return Optional.of("names another site");
        }
        return isHome(url) && !isHome(base) ? Optional.of("names the home page") : Optional.empty();
    }

    private static boolean isHome(String url) {
        String normal = NormalizedUrl.ofLink(url).map(NormalizedUrl::value).orElse(url);
        int path = normal.indexOf('/', normal.indexOf("://") + 3);
        return path < 0 || path == normal.length() - 1;
    }
}
