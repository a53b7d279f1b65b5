package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.web.url.NormalizedUrl;

import java.util.Locale;
import java.util.Set;

/**
 * Makes the relative addresses in markup absolute and touches nothing else of it. Only for where a
 * feed declares a base: afterwards nobody would know it any more.
 */
final class RelativeAddresses {

    private static final Set<String> ATTRIBUTES =
            Set.of("href", "src", "poster", "cite", "action", "longdesc", "data", "background");

    private final String html;
    private final String base;
    private final StringBuilder out;
    private int at;
    private int copied;

    private RelativeAddresses(String html, String base) {
        this.html = html;
        this.base = base;
        this.out = new StringBuilder(html.length() + 64);
    }

    static String resolved(String html, String base) {
        return html.indexOf('<') < 0 ? html : new RelativeAddresses(html, base).resolve();
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
                value(html.substring(start, at).toLowerCase(Locale.ROOT));
            }
        }
    }

    private void skipName() {
        while (at < html.length() && " \t\r\n/>=\"'<".indexOf(html.charAt(at)) < 0) {
            at++;
        }
    }

    private void skipBlanks() {
        while (at < html.length() && html.charAt(at) <= ' ') {
            at++;
        }
    }

    private void value(String attribute) {
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
        if (ATTRIBUTES.contains(attribute)) {
            replace(from, end);
        }
        at = quoted ? end + 1 : end;
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
        String written = html.substring(from, end).strip();
        if (written.isEmpty() || written.startsWith("#") || Links.hasScheme(written)) {
            return;
        }
        NormalizedUrl.resolve(base, written.replace("&amp;", "&"))
                .ifPresent(absolute -> {
                    out.append(html, copied, from);
                    out.append(written.contains("&amp;") ? escaped(absolute) : absolute);
                    copied = end;
                });
    }

    private static String escaped(String address) {
        return address.replace("&", "&amp;");
    }
}
