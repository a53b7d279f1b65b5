package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.web.url.ArticleAddress;
import io.broadsheet.web.url.NormalizedUrl;
import io.broadsheet.web.url.RegistrableHost;

import java.util.Map;
import java.util.Optional;

/**
 * The address by which a page may be known (CONTRACT section 7). A page says what it likes: one
 * that names another site would take that site's article over, and one that names its own home page
 * or a section would make one article of all of it. Neither is believed. What is not absolute is
 * relative to where the page came from; a copy in an AMP cache came from the page in its address. A
 * page that did not come from the web can only be taken at its word.
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
        String page = ArticleAddress.of(base).map(ArticleAddress::url).orElse(base);
        for (Map.Entry<String, String> entry : declared.entrySet()) {
            Optional<String> url = absolute(entry.getValue(), page);
            Optional<String> why = refusal(url, page);
            if (url.isPresent() && why.isEmpty()) {
                return new CanonicalAddress(url, refused);
            }
            refused = refused.or(() -> why.map(w -> entry.getKey() + " " + w));
        }
        return new CanonicalAddress(Optional.empty(), refused);
    }

    /** As written if it is absolute; what has no more than a fragment names no page. */
    private static Optional<String> absolute(String written, String base) {
        if (NormalizedUrl.ofLink(written).isPresent()) {
            return Optional.of(written);
        }
        boolean names = !written.isBlank() && !written.strip().startsWith("#");
        if (base.isBlank() || !names) {
            return Optional.empty();
        }
        String whole = base.substring(0, base.indexOf(':') + 1) + "//" + written.strip();
        return Character.isLetterOrDigit(written.strip().charAt(0)) && isOfSite(whole, base)
                ? Optional.of(whole)
                : NormalizedUrl.resolve(base, written);
    }

    /** Some write the host but not the scheme; a path would hardly begin with that very host. */
    private static boolean isOfSite(String whole, String base) {
        Optional<String> host = RegistrableHost.of(whole);
        return host.isPresent() && host.equals(RegistrableHost.of(base));
    }

    private static Optional<String> refusal(Optional<String> url, String base) {
        Optional<String> here = RegistrableHost.of(base);
        if (here.isEmpty()) {
            return Optional.empty();
        }
        if (url.isEmpty()) {
            return Optional.of("is no address");
        }
        return refusal(url.get(), base, here);
    }

    private static Optional<String> refusal(String url, String base, Optional<String> here) {
        if (!here.equals(RegistrableHost.of(url))) {
            return Optional.of("names another site");
        }
        if (isHome(url) && !isHome(base)) {
            return Optional.of("names the home page");
        }
        return SectionPath.isSectionOf(url, base)
                ? Optional.of("names a section")
                : Optional.empty();
    }

    private static boolean isHome(String url) {
        String normal = NormalizedUrl.ofLink(url).map(NormalizedUrl::value).orElse(url);
        int path = normal.indexOf('/', normal.indexOf("://") + 3);
        return path < 0 || path == normal.length() - 1;
    }
}
