package io.broadsheet.ingest.charset;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** WHATWG's prescan of the first bytes of an HTML page, over their lower-case ISO-8859-1 text. */
final class MetaPrescan {

    private final String text;
    private int at;

    MetaPrescan(String text) {
        this.text = text;
    }

    Optional<String> charset() {
        while (at < text.length()) {
            int tag = text.indexOf('<', at);
            if (tag < 0) {
                return Optional.empty();
            }
            at = tag + 1;
            Optional<String> found = tagAt(tag);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<String> tagAt(int tag) {
        if (text.startsWith("<!--", tag)) {
            skipPast("-->", tag + 2);
        } else if (text.startsWith("<meta", tag) && separatorAt(tag + 5)) {
            at = tag + 5;
            return charsetOf(attributes()).filter(l -> CharsetLabels.charset(l).isPresent());
        } else if (letterAt(at) || (text.startsWith("</", tag) && letterAt(tag + 2))) {
            skipName();
            attributes();
        } else if (at < text.length() && "!/?".indexOf(text.charAt(at)) >= 0) {
            skipPast(">", at);
        }
        return Optional.empty();
    }

    private static Optional<String> charsetOf(Map<String, String> attributes) {
        Optional<String> charset = Optional.ofNullable(attributes.get("charset"));
        if (charset.isPresent()) {
            // A stray quote behind it is a part of it, and then it names nothing.
            return charset.map(String::strip).filter(label -> !label.isEmpty());
        }
        if (!"content-type".equals(attributes.get("http-equiv"))) {
            return Optional.empty();
        }
        return contentCharset(attributes.getOrDefault("content", ""));
    }

    private static Optional<String> contentCharset(String content) {
        int found = content.indexOf("charset");
        while (found >= 0) {
            String rest = content.substring(found + "charset".length()).stripLeading();
            if (rest.startsWith("=")) {
                return DeclaredCharset.label(rest.substring(1));
            }
            found = content.indexOf("charset", found + 1);
        }
        return Optional.empty();
    }

    /** Reads attributes up to and including the end of the tag; the first of a name wins. */
    private Map<String, String> attributes() {
        Map<String, String> attributes = new HashMap<>();
        while (true) {
            while (separatorAt(at)) {
                at++;
            }
            if (at >= text.length() || text.charAt(at) == '>') {
                at++;
                return attributes;
            }
            String name = name();
            String value = value();
            attributes.putIfAbsent(name, value);
        }
    }

    private String name() {
        int start = at++;
        while (at < text.length() && "=/>".indexOf(text.charAt(at)) < 0 && !spaceAt(at)) {
            at++;
        }
        return text.substring(start, Math.min(at, text.length()));
    }

    private String value() {
        skipSpace();
        if (at >= text.length() || text.charAt(at) != '=') {
            return "";
        }
        at++;
        skipSpace();
        if (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'')) {
            return quotedValue();
        }
        int start = at;
        while (at < text.length() && text.charAt(at) != '>' && !spaceAt(at)) {
            at++;
        }
        return text.substring(Math.min(start, text.length()), Math.min(at, text.length()));
    }

    private String quotedValue() {
        int start = at + 1;
        int end = text.indexOf(text.charAt(at), start);
        at = end < 0 ? text.length() : end + 1;
        return text.substring(start, end < 0 ? text.length() : end);
    }

    private void skipName() {
        while (at < text.length() && text.charAt(at) != '>' && !spaceAt(at)) {
            at++;
        }
    }

    private void skipSpace() {
        while (spaceAt(at)) {
            at++;
        }
    }

    private void skipPast(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }

    private boolean separatorAt(int index) {
        return spaceAt(index) || (index < text.length() && text.charAt(index) == '/');
    }

    private boolean spaceAt(int index) {
        return index < text.length() && text.charAt(index) <= ' ';
    }

    private boolean letterAt(int index) {
        return index < text.length() && text.charAt(index) >= 'a' && text.charAt(index) <= 'z';
    }
}
