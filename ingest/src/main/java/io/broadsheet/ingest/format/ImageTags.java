package io.broadsheet.ingest.format;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The image tags of a fragment of HTML without the rest of it, so that the parser has little to do.
 * A fragment in which a tag may not be what it looks like, or an image not where it stands, is left
 * to the parser as a whole.
 */
final class ImageTags {

    /** Larger ones may be cut by the parser, see MarkupSize. */
    private static final int FRAGMENT_CHARS_MAX = 128 * 1024;

    private static final int NAME_CHARS_MIN = 3;
    private static final int NAME_CHARS_MAX = 10;

    /** What follows them is no markup, or is moved. */
    private static final Set<String> UNSURE =
            Set.of(
                    "script",
                    "style",
                    "iframe",
                    "noscript",
                    "noembed",
                    "noframes",
                    "textarea",
                    "title",
                    "xmp",
                    "plaintext",
                    "template",
                    "select",
                    "svg",
                    "math",
                    "table",
                    "frameset",
                    "html",
                    "head",
                    "body");

    private static final Set<String> IMAGES = Set.of("img", "image", "video");

    private final String html;
    private final StringBuilder tags = new StringBuilder();

    private ImageTags(String html) {
        this.html = html;
    }

    /** Empty if the fragment has to be parsed as a whole. */
    static Optional<String> only(String html) {
        if (html.length() > FRAGMENT_CHARS_MAX) {
            return Optional.empty();
        }
        var found = new ImageTags(html);
        return found.collect() ? Optional.of(found.tags.toString()) : Optional.empty();
    }

    /** Whether that could be done. */
    private boolean collect() {
        int at = html.indexOf('<');
        while (at >= 0 && at + 1 < html.length()) {
            char next = html.charAt(at + 1);
            if (next == '!' || next == '?') {
                return false;
            }
            int end = isLetter(next) ? tag(at) : at + 1;
            if (end < 0) {
                return false;
            }
            at = html.indexOf('<', end);
        }
        return true;
    }

    /** After the tag that begins there; negative if it is not a plain one. */
    private int tag(int from) {
        int name = from + 1;
        while (name < html.length() && isLetter(html.charAt(name))) {
            name++;
        }
        int end = tagEnd(name);
        int length = name - from - 1;
        if (end < 0 || length < NAME_CHARS_MIN || length > NAME_CHARS_MAX) {
            return end;
        }
        String lower = html.substring(from + 1, name).toLowerCase(Locale.ROOT);
        if (UNSURE.contains(lower)) {
            return -1;
        }
        if (IMAGES.contains(lower)) {
            tags.append(lower.equals("video") ? "<video" : "<img");
            tags.append(html, name, end - 1).append(" />");
        }
        return end;
    }

    /** A quote opens a value only behind an equals sign (WHATWG HTML, 13.2.5.37). */
    private int tagEnd(int from) {
        boolean afterEquals = false;
        for (int i = from; i < html.length(); i++) {
            char c = html.charAt(i);
            if (c == '>') {
                return i + 1;
            }
            if (afterEquals && (c == '"' || c == '\'')) {
                i = html.indexOf(c, i + 1);
                if (i < 0) {
                    return -1;
                }
            }
            afterEquals = c == '=' || (afterEquals && c <= ' ');
        }
        return -1;
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
