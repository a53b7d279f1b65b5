package io.broadsheet.ingest.charset;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The character set a document names itself, found without decoding it: in an HTML page the first
 * {@code meta} or XML declaration (WHATWG HTML, prescan), in front matter a {@code charset} or
 * {@code encoding} key.
 */
final class DeclaredCharset {

    private static final int PRESCAN_BYTES = 4096;
    private static final int LATE_BYTES = 64 * 1024;
    private static final int LABEL_CHARS_MAX = 64;
    private static final List<String> XML = List.of("<?xml", "<rss", "<feed", "<rdf", "{", "[");

    private DeclaredCharset() {}

    /** The label as written, lower-case, or empty. */
    static Optional<String> of(byte[] bytes) {
        int length = Math.min(bytes.length, PRESCAN_BYTES);
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        String text = head.toLowerCase(Locale.ROOT).stripLeading();
        if (text.startsWith("---")) {
            return frontMatterKey(text);
        }
        return xmlDeclaration(text)
                .or(() -> new MetaPrescan(text).charset())
                .or(() -> isXml(text) ? Optional.empty() : late(bytes));
    }

    private static boolean isXml(String text) {
        return XML.stream().anyMatch(text::startsWith);
    }

    /** Browsers start anew when the {@code meta} comes late, behind scripts for example. */
    private static Optional<String> late(byte[] bytes) {
        int length = Math.min(bytes.length, LATE_BYTES);
        if (!ShortSamples.mentions(bytes, PRESCAN_BYTES, length, "charset")) {
            return Optional.empty();
        }
        String head = new String(bytes, 0, length, StandardCharsets.ISO_8859_1);
        return new MetaPrescan(head.toLowerCase(Locale.ROOT)).charset();
    }

    private static Optional<String> frontMatterKey(String text) {
        for (String line : text.substring(3).split("\n", -1)) {
            if (line.startsWith("---")) {
                return Optional.empty();
            }
            if (line.startsWith("charset:") || line.startsWith("encoding:")) {
                return label(line.substring(line.indexOf(':') + 1));
            }
        }
        return Optional.empty();
    }

    /** Of a text in lower case that begins with it. */
    static Optional<String> xmlDeclaration(String text) {
        int end = text.indexOf("?>");
        int at = text.indexOf("encoding");
        if (!text.startsWith("<?xml") || at < 0 || at > end) {
            return Optional.empty();
        }
        int value = text.indexOf('=', at) + 1;
        return value == 0 || value > end ? Optional.empty() : label(text.substring(value, end));
    }

    /** The label at the start of a text, with or without quotes. */
    static Optional<String> label(String text) {
        String rest = text.strip();
        if (rest.isEmpty()) {
            return Optional.empty();
        }
        char quote = rest.charAt(0);
        boolean quoted = quote == '"' || quote == '\'';
        int start = quoted ? 1 : 0;
        int end = start;
        while (end < rest.length() && !ends(rest.charAt(end), quoted, quote)) {
            end++;
        }
        String label = rest.substring(start, end).strip();
        return label.isEmpty() || label.length() > LABEL_CHARS_MAX
                ? Optional.empty()
                : Optional.of(label);
    }

    private static boolean ends(char c, boolean quoted, char quote) {
        return quoted ? c == quote : c <= ' ' || c == ';' || c == '"' || c == '\'' || c == '>';
    }
}
