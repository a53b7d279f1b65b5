package io.broadsheet.ingest.format.feed.xml;

import java.util.Locale;
import java.util.Optional;

/**
 * What stands before the root of a document: blanks, a declaration, comments, a DOCTYPE, and what a
 * server wrote there by mistake. All of it is passed over; no declaration in it is ever used.
 *
 * @param root where the root's tag begins
 * @param name of the root in lower case, without its prefix
 * @param entitiesAt where the DOCTYPE declares an entity, which no feed needs; empty if it does not
 */
public record Prolog(int root, String name, Optional<Integer> entitiesAt) {

    private static final String DOCTYPE = "<!doctype";

    /** Empty if there is no element at all. */
    public static Optional<Prolog> of(String text) {
        return of(text, 0);
    }

    /** As if the document began there. */
    public static Optional<Prolog> of(String text, int from) {
        Optional<Integer> entities = Optional.empty();
        int at = text.indexOf('<', from);
        while (at >= 0 && at + 1 < text.length()) {
            if (isNameStart(text.charAt(at + 1))) {
                return Optional.of(new Prolog(at, localName(text, at + 1), entities));
            }
            int end = end(text, at);
            if (text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())) {
                entities = entities.isPresent() ? entities : entityIn(text, at, end);
            }
            at = end < 0 ? -1 : text.indexOf('<', end);
        }
        return Optional.empty();
    }

    private static boolean isNameStart(char c) {
        return Character.isLetter(c) || c == '_' || c == ':';
    }

    private static String localName(String text, int from) {
        int end = from;
        while (end < text.length() && " \t\r\n/><".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        String name = text.substring(from, end);
        return name.substring(name.indexOf(':') + 1).toLowerCase(Locale.ROOT);
    }

    /** After what begins there and is no element; negative if it does not end. */
    private static int end(String text, int at) {
        if (text.startsWith("<!--", at)) {
            return after(text, "-->", at + 4);
        }
        if (text.startsWith("<?", at)) {
            return after(text, "?>", at + 2);
        }
        return text.regionMatches(true, at, DOCTYPE, 0, DOCTYPE.length())
                ? doctypeEnd(text, at)
                : at + 1;
    }

    private static int after(String text, String end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? -1 : at + end.length();
    }

    /** Past its internal subset, whose quoted texts and comments may hold any bracket. */
    private static int doctypeEnd(String text, int at) {
        int depth = 0;
        int i = at + DOCTYPE.length();
        while (i >= 0 && i < text.length()) {
            char c = text.charAt(i);
            if (c == '>' && depth == 0) {
                return i + 1;
            }
            depth += c == '[' ? 1 : c == ']' ? -1 : 0;
            i = c == '"' || c == '\'' ? after(text, String.valueOf(c), i + 1) : commentOr(text, i);
        }
        return -1;
    }

    private static int commentOr(String text, int at) {
        return text.startsWith("<!--", at) ? after(text, "-->", at + 4) : at + 1;
    }

    /** General entities only: HTML's parameter entities stand in every RSS 1.0 feed of an age. */
    private static Optional<Integer> entityIn(String text, int from, int end) {
        int to = end < 0 ? text.length() : end;
        for (int at = text.indexOf("<!ENTITY", from);
                at >= 0 && at < to;
                at = text.indexOf("<!ENTITY", at + 1)) {
            int name = at + "<!ENTITY".length();
            while (name < to && text.charAt(name) <= ' ') {
                name++;
            }
            if (name < to && text.charAt(name) != '%') {
                return Optional.of(at);
            }
        }
        return Optional.empty();
    }
}
