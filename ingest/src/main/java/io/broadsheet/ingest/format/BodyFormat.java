package io.broadsheet.ingest.format;

import java.util.Locale;

/** What the body under a front matter is written in. */
public enum BodyFormat {
    /** A fragment of HTML. */
    HTML("text/html"),
    /** Markdown, which may hold HTML. */
    MARKDOWN("text/markdown");

    private final String mediaType;

    BodyFormat(String mediaType) {
        this.mediaType = mediaType;
    }

    /**
     * A body that begins with a tag and ends with one is HTML whatever the file is called: dumps
     * write HTML into files named {@code .md}. So is any body in a file named {@code .html}. The
     * rest is Markdown, of which plain text is a case.
     */
    public static BodyFormat of(String body, String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        boolean named = name.endsWith(".html") || name.endsWith(".htm") || name.endsWith(".xhtml");
        return named || isWrapped(body) ? HTML : MARKDOWN;
    }

    /** As it is called in {@code Content.contentType}. */
    public String mediaType() {
        return mediaType;
    }

    private static boolean isWrapped(String body) {
        int start = 0;
        while (start < body.length() && body.charAt(start) <= ' ') {
            start++;
        }
        int end = body.length() - 1;
        while (end > start && body.charAt(end) <= ' ') {
            end--;
        }
        return end > start + 1
                && body.charAt(start) == '<'
                && isTagStart(body.charAt(start + 1))
                && body.charAt(end) == '>';
    }

    private static boolean isTagStart(char c) {
        return c == '!' || c == '/' || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    }
}
