package io.broadsheet.web.fetch;

import io.broadsheet.web.url.WebUrl;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Where an answer sends us. */
final class RedirectTarget {

    private static final Set<Integer> STATUSES = Set.of(301, 302, 303, 307, 308);
    private static final Set<Integer> KEEPING_METHOD = Set.of(307, 308);
    private static final Pattern ABSOLUTE = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*+:.*");

    private RedirectTarget() {}

    static boolean isRedirect(int status) {
        return STATUSES.contains(status);
    }

    /** Whether what was posted is to be posted again there (RFC 9110, section 15.4). */
    static boolean keepsMethod(int status) {
        return KEEPING_METHOD.contains(status);
    }

    /**
     * The absolute URL of a Location header, its host as written, so that it is vetted like the URL
     * of a request.
     *
     * @return empty if it leads nowhere
     */
    static Optional<String> of(WebUrl from, String location) {
        String text = decoded(location).strip().replace(" ", "%20");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.startsWith("//")) {
            return Optional.of(from.scheme() + ":" + text);
        }
        // Browsers read a backslash as a slash, others do not: the rule refuses it.
        return ABSOLUTE.matcher(text).matches() || text.indexOf('\\') >= 0
                ? Optional.of(text)
                : WebUrl.resolve(from.toString(), text).map(WebUrl::toString);
    }

    /** Headers are read as single bytes, but servers write UTF-8 into this one. */
    private static String decoded(String location) {
        return new String(location.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    }
}
