package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.jsoup.select.Elements;

import java.util.Locale;
import java.util.Optional;

/**
 * What the page's linked data says the text of its article is ({@code articleBody} of schema.org).
 * Of several the longest counts. Only its text is looked for; the rest of the linked data may be
 * broken.
 */
final class DeclaredBody {

    private static final String KEY = "\"articleBody\"";
    private static final String ENTRIES = "\"liveBlogUpdate\"";
    private static final int CHARS_MAX = 200_000;
    private static final int SCRIPTS_MAX = 50;
    private static final int FOUND_MAX = 20;

    private DeclaredBody() {}

    /** Of a page's scripts. */
    static Optional<String> of(Elements all) {
        String longest = "";
        int scripts = 0;
        for (Element script : all) {
            if (isLinkedData(script) && scripts++ < SCRIPTS_MAX) {
                longest = longer(longest, longestIn(script.data()));
            }
        }
        return Optional.of(withoutTags(longest)).filter(text -> !text.isBlank());
    }

    private static boolean isLinkedData(Element script) {
        return script.attr("type").toLowerCase(Locale.ROOT).contains("ld+json");
    }

    private static String longer(String one, String other) {
        return other.length() > one.length() ? other : one;
    }

    /** The entries of a live blog have each their text; none is that of the page. */
    private static String longestIn(String json) {
        if (json.contains(ENTRIES)) {
            return "";
        }
        String longest = "";
        int at = json.indexOf(KEY);
        for (int n = 0; at >= 0 && n < FOUND_MAX; n++) {
            longest = longer(longest, string(json, at + KEY.length()));
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
        var text = new StringBuilder();
        boolean string = open < json.length() && json.charAt(open) == '"';
        int at = open + 1;
        while (string && at < json.length() && text.length() < CHARS_MAX) {
            if (json.charAt(at) == '"') {
                break;
            }
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
        int code = 0;
        int end = at + 2;
        while (end < Math.min(json.length(), at + 6)
                && Character.digit(json.charAt(end), 16) >= 0) {
            code = code * 16 + Character.digit(json.charAt(end), 16);
            end++;
        }
        into.append((char) code);
        return end - at;
    }

    /** Some sites put their markup there, some even with its brackets as entities. */
    private static String withoutTags(String text) {
        String bare = text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
        if (bare.indexOf('<') < 0) {
            return bare;
        }
        var out = new StringBuilder(bare.length());
        boolean tag = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            tag = c == '<' ? opensTag(bare, i) : tag;
            if (!tag) {
                out.append(c);
            } else if (c == '>') {
                tag = false;
                out.append('\n');
            }
        }
        return out.toString();
    }

    private static boolean opensTag(String text, int at) {
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return Character.isLetter(next) || next == '/';
    }
}
