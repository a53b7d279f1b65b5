package io.broadsheet.ingest.format;

import org.jsoup.nodes.Attributes;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Tag;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Image tags that are written as generators write them, {@code name="value"} after {@code
 * name="value"}, without an entity: about them there is nothing to find out, so they need no
 * parser.
 */
final class PlainTags {

    private final String tags;
    private int at;

    private PlainTags(String tags) {
        this.tags = tags;
    }

    /**
     * The elements.
     *
     * @param tags as {@link ImageTags} collects them
     * @return empty if any of them is written in another way
     */
    static Optional<List<Element>> of(String tags) {
        if (tags.indexOf('&') >= 0 || tags.indexOf('\'') >= 0 || tags.indexOf('\0') >= 0) {
            return Optional.empty();
        }
        var plain = new PlainTags(tags);
        List<Element> elements = new ArrayList<>();
        while (plain.at < tags.length()) {
            Optional<Element> element = plain.element();
            if (element.isEmpty()) {
                return Optional.empty();
            }
            elements.add(element.get());
        }
        return Optional.of(elements);
    }

    private Optional<Element> element() {
        int end = nameEnd(at + 1);
        String name = tags.substring(at + 1, end);
        at = end;
        var attributes = new Attributes();
        while (skipBlanks() && tags.charAt(at) != '/') {
            if (!attribute(attributes)) {
                return Optional.empty();
            }
        }
        if (!tags.startsWith("/>", at)) {
            return Optional.empty();
        }
        at += 2;
        return Optional.of(new Element(Tag.valueOf(name), "", attributes));
    }

    private int nameEnd(int from) {
        int end = from;
        while (end < tags.length() && isNamed(tags.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isNamed(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-';
    }

    private boolean skipBlanks() {
        while (at < tags.length() && tags.charAt(at) <= ' ') {
            at++;
        }
        return at < tags.length();
    }

    /** Whether it is a plain one. The first of a name wins, as in browsers. */
    private boolean attribute(Attributes attributes) {
        int end = nameEnd(at);
        if (end == at || !tags.startsWith("=\"", end)) {
            return false;
        }
        String name = tags.substring(at, end).toLowerCase(Locale.ROOT);
        int close = tags.indexOf('"', end + 2);
        if (close < 0 || (tags.charAt(close + 1) > ' ' && tags.charAt(close + 1) != '/')) {
            return false;
        }
        if (!attributes.hasKey(name)) {
            attributes.put(name, tags.substring(end + 2, close));
        }
        at = close + 1;
        return true;
    }
}
