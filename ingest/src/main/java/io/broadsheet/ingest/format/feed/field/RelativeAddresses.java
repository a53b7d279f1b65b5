package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.web.url.NormalizedUrl;

import java.util.List;

/**
 * Makes the relative addresses in markup absolute and touches nothing else of it: outside of the
 * feed nobody would know any more what they are relative to.
 */
final class RelativeAddresses {

    private static final List<String> ATTRIBUTES =
            List.of("href", "src", "poster", "cite", "action", "longdesc", "data", "background");

    /** Of those names. */
    private static final String LAST_LETTERS = "fcrenadFCRENAD";

    /** More of them are no text; each costs as much as a page of it. */
    private static final int REPLACED_MAX = 2_000;

    private final String html;
    private final String base;
    private final StringBuilder out;
    private int at;
    private int copied;
    private int replaced;

    private RelativeAddresses(String html, String base) {
        this.html = html;
        this.base = base;
        this.out = new StringBuilder(html.length() + 64);
    }

    static String resolved(String html, String base) {
        return mayHaveAny(html) ? new RelativeAddresses(html, base).resolve() : html;
    }

    /** Most texts have none: told by what stands behind the equals signs. */
    private static boolean mayHaveAny(String html) {
        for (int at = html.indexOf('='); at >= 0; at = html.indexOf('=', at + 1)) {
            int value = at + 1;
            while (value < html.length() && isQuoteOrBlank(html.charAt(value))) {
                value++;
            }
            if (!html.startsWith("http", value) && isBehindName(html, at)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isQuoteOrBlank(char c) {
        return c <= ' ' || c == '"' || c == '\'';
    }

    private static boolean isBehindName(String html, int equals) {
        int end = equals;
        while (end > 0 && html.charAt(end - 1) <= ' ') {
            end--;
        }
        if (end == 0 || LAST_LETTERS.indexOf(html.charAt(end - 1)) < 0) {
            return false;
        }
        for (String name : ATTRIBUTES) {
            int start = end - name.length();
            if (start > 0 && html.regionMatches(true, start, name, 0, name.length())) {
                return true;
            }
        }
        return false;
    }

    private String resolve() {
        for (at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
            at++;
            if (at < html.length() && Character.isLetter(html.charAt(at))) {
                tag();
            }
        }
        return copied == 0 ? html : out.append(html, copied, html.length()).toString();
    }

    private void tag() {
        skipName();
        while (at < html.length() && html.charAt(at) != '>') {
            int start = at;
            skipName();
            if (at == start) {
                at++;
            } else {
                value(start, at);
            }
        }
    }

    private void skipName() {
        while (at < html.length() && !endsName(html.charAt(at))) {
            at++;
        }
    }

    private static boolean endsName(char c) {
        return switch (c) {
            case ' ', '\t', '\r', '\n', '/', '>', '=', '"', '\'', '<' -> true;
            default -> false;
        };
    }

    private void skipBlanks() {
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
    }

    private void value(int nameFrom, int nameTo) {
        skipBlanks();
        if (at >= html.length() || html.charAt(at) != '=') {
            return;
        }
        at++;
        skipBlanks();
        if (at >= html.length()) {
            return;
        }
        char quote = html.charAt(at);
        boolean quoted = quote == '"' || quote == '\'';
        int from = quoted ? at + 1 : at;
        int end = quoted ? html.indexOf(quote, from) : unquotedEnd(from);
        if (end < 0) {
            at = html.length();
            return;
        }
        if (isAddress(nameFrom, nameTo)) {
            replace(from, end);
        }
        at = quoted ? end + 1 : end;
    }

    private boolean isAddress(int from, int to) {
        for (String name : ATTRIBUTES) {
            if (name.length() == to - from && html.regionMatches(true, from, name, 0, to - from)) {
                return true;
            }
        }
        return false;
    }

    private int unquotedEnd(int from) {
        int end = from;
        while (end < html.length() && html.charAt(end) > ' ' && html.charAt(end) != '>') {
            end++;
        }
        return end;
    }

    /** Entities in it stay: an ampersand is the same in both addresses. */
    private void replace(int from, int end) {
        if (html.startsWith("http", from) || replaced >= REPLACED_MAX) {
            return;
        }
        String written = html.substring(from, end).strip();
        if (written.isEmpty() || written.startsWith("#") || Links.hasScheme(written)) {
            return;
        }
        NormalizedUrl.resolve(base, written.replace("&amp;", "&"))
                .ifPresent(absolute -> {
                    replaced++;
                    out.append(html, copied, from);
                    out.append(written.contains("&amp;") ? escaped(absolute) : absolute);
                    copied = end;
                });
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }
}
