package io.broadsheet.enrich.step.maintext;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.Optional;

/**
 * What the page's linked data says the text of its article is ({@code articleBody} of schema.org).
 * Of several the longest counts. Only its text is looked for; the rest of the linked data may be
 * broken.
 */
final class DeclaredBody {

    private static final String KEY = "\"articleBody\"";
    private static final int CHARS_MAX = 200_000;
    private static final int SCRIPTS_MAX = 50;
    private static final int FOUND_MAX = 20;

    private DeclaredBody() {}

    static Optional<String> of(Document page) {
        String longest = "";
        int scripts = 0;
        for (Element script : page.select("script[type]")) {
            if (isLinkedData(script) && scripts++ < SCRIPTS_MAX) {
                String found = longestIn(script.data());
                longest = found.length() > longest.length() ? found : longest;
            }
        }
        return Optional.of(longest).filter(text -> !text.isBlank()).map(DeclaredBody::withoutTags);
    }

    private static boolean isLinkedData(Element script) {
        return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
    }

    private static String withoutTags(String text) {
        boolean tags = text.contains("</") || text.contains("<br") || text.contains("&lt;") || text.contains("&nbsp;") || text.contains("&amp;") || text.contains("&#");
        return tags ? Jsoup.parseBodyFragment(text.contains("&lt;") ? org.jsoup.parser.Parser.unescapeEntities(text, false) : text).wholeText() : text;
    }

    private static String longestIn(String json) {
        String longest = "";
        int at = json.indexOf(KEY);
        for (int n = 0; at >= 0 && n < FOUND_MAX; n++) {
            String found = string(json, at + KEY.length());
            longest = found.length() > longest.length() ? found : longest;
            at = json.indexOf(KEY, at + KEY.length());
        }
        return longest;
    }

    /** The string after a colon, its escapes read; empty if there is none. */
    private static String string(String json, int from) {
        int open = from;
        while (open < json.length() && (json.charAt(open) <= ' ' || json.charAt(open) == ':')) {
            open++;
        }
        if (open >= json.length() || json.charAt(open) != '"') {
            return "";
        }
        var text = new StringBuilder();
        int at = open + 1;
        while (at < json.length() && json.charAt(at) != '"' && text.length() < CHARS_MAX) {
            at += json.charAt(at) == '\\' ? escape(json, at, text) : plain(json, at, text);
        }
        return text.toString();
    }

    private static int plain(String json, int at, StringBuilder into) {
        into.append(json.charAt(at));
        return 1;
    }

    private static int escape(String json, int at, StringBuilder into) {
        char c = at + 1 < json.length() ? json.charAt(at + 1) : ' ';
        switch (c) {
            case 'n', 'r' -> into.append('\n');
            case 't', 'b', 'f' -> into.append(' ');
            case 'u' -> {
                return unicode(json, at, into);
            }
            default -> into.append(c);
        }
        return 2;
    }

    private static int unicode(String json, int at, StringBuilder into) {
        int end = Math.min(json.length(), at + 6);
        try {
            into.append((char) Integer.parseInt(json.substring(at + 2, end), 16));
        } catch (NumberFormatException e) {
            into.append(' ');
        }
        return end - at;
    }
}
