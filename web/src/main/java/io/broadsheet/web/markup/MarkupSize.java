package io.broadsheet.web.markup;

import java.util.Locale;
import java.util.Set;

/**
 * How many nodes a parser would make of a text, from one pass that makes none. A megabyte of real
 * articles is some ten thousand nodes; one of nothing but tags is hundreds of thousands, and more
 * where each block opens again what was left open before it (HTML, section 13.2.4.3, the list of
 * active formatting elements).
 */
public final class MarkupSize {

    /** More nodes than this are not built: with their texts they stay under 64 MiB. */
    public static final int NODES_MAX = 60_000;

    /** How many open elements jsoup opens again in a new block. */
    private static final int REOPENED_MAX = 12;

    private static final int NAME_CHARS_MAX = 8;

    private static final Set<String> FORMATTING =
            Set.of(
                    "a", "b", "big", "code", "em", "font", "i", "nobr", "s", "small", "strike",
                    "strong", "tt", "u");

    private static final Set<String> WITHIN_LINES =
            Set.of("br", "img", "span", "wbr", "sub", "sup", "mark", "cite", "abbr", "time");

    /** An end tag of these without a start tag makes an element too. */
    private static final Set<String> MADE_BY_END_TAG = Set.of("p", "br");

    /** Where Markdown may begin or end something. */
    private static final String MARKDOWN_SIGNS = "*_[]!<>`&\\~\n";

    private MarkupSize() {}

    /** Whether a parser of HTML would make more than {@link #NODES_MAX} elements of it. */
    public static boolean isTooLarge(String html) {
        return affordable(html).length() < html.length();
    }

    /** As much of the beginning as makes no more than {@link #NODES_MAX} elements, mostly all. */
    public static String affordable(String html) {
        return affordable(html, NODES_MAX);
    }

    /** As much of the beginning as makes no more than so many elements, mostly all. */
    public static String affordable(String html, int nodesMax) {
        int tagsAlwaysFree = nodesMax / (1 + REOPENED_MAX);
        return tagsUpTo(tagsAlwaysFree, html) < tagsAlwaysFree
                ? html
                : html.substring(0, affordableEnd(html, nodesMax));
    }

    /** Most texts have so few tags that there is nothing to look at. */
    private static int tagsUpTo(int max, String html) {
        int tags = 0;
        for (int at = html.indexOf('<'); at >= 0 && tags < max; at = html.indexOf('<', at + 1)) {
            tags++;
        }
        return tags;
    }

    private static int affordableEnd(String html, int nodesMax) {
        int nodes = 0;
        int open = 0;
        for (int at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) {
            boolean closing = at + 1 < html.length() && html.charAt(at + 1) == '/';
            String name = nameAt(html, closing ? at + 2 : at + 1);
            boolean formatting = FORMATTING.contains(name);
            boolean makes = closing ? MADE_BY_END_TAG.contains(name) : !name.isEmpty();
            nodes += makes ? 1 + reopened(name, open) : 0;
            open = formatting ? Math.max(0, open + (closing ? -1 : 1)) : open;
            if (nodes > nodesMax) {
                return at;
            }
        }
        return html.length();
    }

    /** How many elements a start tag opens besides its own. */
    private static int reopened(String name, int open) {
        boolean withinLines = FORMATTING.contains(name) || WITHIN_LINES.contains(name);
        return withinLines ? 0 : Math.min(open, REOPENED_MAX);
    }

    /** Whether a parser of Markdown would make more than {@link #NODES_MAX} nodes of it. */
    public static boolean isTooLargeMarkdown(String markdown) {
        int signs = 0;
        for (int at = 0; at < markdown.length() && signs <= NODES_MAX; at++) {
            signs += MARKDOWN_SIGNS.indexOf(markdown.charAt(at)) >= 0 ? 1 : 0;
        }
        return signs > NODES_MAX;
    }

    /** The tag's name in lower case, as far as it matters; empty if there is no tag. */
    private static String nameAt(String html, int from) {
        int end = from;
        int last = Math.min(html.length(), from + NAME_CHARS_MAX);
        while (end < last && isNameChar(html.charAt(end))) {
            end++;
        }
        return html.substring(from, end).toLowerCase(Locale.ROOT);
    }

    private static boolean isNameChar(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
