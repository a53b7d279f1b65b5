package io.broadsheet.enrich.step.body;

import io.broadsheet.web.url.UrlScheme;

import java.util.Set;

/**
 * Tells addresses that no list of ours allows from those that are to be parsed. Java looks through
 * all jars for one that knows a scheme which it does not know itself, for each address anew.
 */
final class ForeignScheme {

    /** Which a list may allow. */
    private static final Set<String> KNOWN = Set.of("http", "https", "mailto");

    private static final int CHARS_MAX = 64;

    private ForeignScheme() {}

    /**
     * Whether it begins with another scheme than the known ones, control characters left out
     * wherever they stand, as jsoup leaves them out. Also true of what a browser would take for a
     * path because of them: then it is on the safe side.
     */
    static boolean begins(String address) {
        String bare = address.strip();
        var scheme = new StringBuilder();
        for (int i = 0; i < bare.length() && scheme.length() <= CHARS_MAX; i++) {
            char c = bare.charAt(i);
            if (c == ':') {
                return !scheme.isEmpty() && !KNOWN.contains(scheme.toString());
            }
            if (UrlScheme.mayHave(c)) {
                scheme.append(Character.toLowerCase(c));
            } else if (c >= ' ') {
                return false;
            }
        }
        return false;
    }
}
