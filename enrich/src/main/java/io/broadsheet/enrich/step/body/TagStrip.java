package io.broadsheet.enrich.step.body;

import org.jsoup.parser.Parser;

import java.util.List;

/**
 * The text between tags, by one pass that keeps no tree: what is left to do where a parser cannot
 * go. Never exact, always linear.
 */
final class TagStrip {

    private static final List<String> RAW_TEXT = List.of("script", "style");

    private TagStrip() {}

    /** The text, one line for each piece between tags. */
    static String textOf(String html) {
        var flow = new TextFlow();
        int at = 0;
        while (at < html.length()) {
            int tag = html.indexOf('<', at);
            int end = tag < 0 ? html.length() : tag;
            if (end > at) {
                flow.append(decoded(html.substring(at, end)));
                flow.lineBreak();
            }
            at = afterTag(html, end);
        }
        return flow.take();
    }

    private static String decoded(String text) {
        return text.indexOf('&') < 0 ? text : Parser.unescapeEntities(text, false);
    }

    private static int afterTag(String html, int tag) {
        int close = html.indexOf('>', tag);
        if (close < 0) {
            return html.length();
        }
        for (String name : RAW_TEXT) {
            if (html.regionMatches(true, tag + 1, name, 0, name.length())) {
                return afterElement(html, name, close);
            }
        }
        return close + 1;
    }

    private static int afterElement(String html, String name, int from) {
        for (int at = html.indexOf("</", from); at >= 0; at = html.indexOf("</", at + 2)) {
            if (html.regionMatches(true, at + 2, name, 0, name.length())) {
                int close = html.indexOf('>', at);
                return close < 0 ? html.length() : close + 1;
            }
        }
        return html.length();
    }
}
