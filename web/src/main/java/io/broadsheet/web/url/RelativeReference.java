package io.broadsheet.web.url;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference without a scheme, in the slashes of the URL standard, which urlcanon expects. */
final class RelativeReference {

    private static final Pattern SCHEME =
            Pattern.compile("(?is)(https?:)((?![/\\\\]{2}|https?:).*)");

    private RelativeReference() {}

    /**
     * What stands behind a scheme that is that of the page, where no two slashes follow: the URL
     * standard takes {@code http:a} on a page of http for {@code a}. Empty if it is nothing such,
     * or if a second scheme follows: that is a mistake, which others may know how to mend.
     */
    static Optional<String> behindScheme(String reference, String page) {
        Matcher scheme = SCHEME.matcher(reference);
        return scheme.matches()
                        && page.strip().regionMatches(true, 0, scheme.group(1), 0, scheme.end(1))
                ? Optional.of(scheme.group(2))
                : Optional.empty();
    }

    /** Backslashes of the path turned, three and more slashes at its start reduced to two. */
    static String tidy(String reference) {
        String wellFormed = WellFormed.of(reference);
        int pathEnd = pathEnd(wellFormed);
        String path = wellFormed.substring(0, pathEnd).replace('\\', '/');
        return withoutSurplusSlashes(path) + wellFormed.substring(pathEnd);
    }

    private static int pathEnd(String reference) {
        int end = 0;
        while (end < reference.length() && "?#".indexOf(reference.charAt(end)) < 0) {
            end++;
        }
        return end;
    }

    private static String withoutSurplusSlashes(String path) {
        int slashes = 0;
        while (slashes < path.length() && path.charAt(slashes) == '/') {
            slashes++;
        }
        return path.substring(Math.max(0, slashes - 2));
    }
}
