package io.broadsheet.ingest.format;

import java.util.Locale;
import java.util.Optional;

/** What a document without front matter is, told by how its text begins. */
public enum Format {
    /** A whole HTML page. */
    HTML_PAGE,
    /** XML that is no page: a feed or a sitemap. */
    XML,
    /** An object or a list in JSON, or lines of them. */
    JSON,
    /** Front matter in TOML. */
    TOML,
    /** Text without any structure that we know. */
    UNKNOWN;

    private static final int HEAD_CHARS = 4_096;

    /**
     * The format of a text that no fence opens.
     *
     * @param fileName makes a page of a fragment, if it ends like one
     */
    public static Format ofUnfenced(String text, String fileName) {
        String head = withoutComments(text.substring(0, Math.min(text.length(), HEAD_CHARS)));
        String lower = head.toLowerCase(Locale.ROOT);
        if (lower.startsWith("+++")) {
            return TOML;
        }
        if (lower.startsWith("{") || lower.startsWith("[")) {
            return JSON;
        }
        return lower.startsWith("<") ? ofTags(lower, fileName) : UNKNOWN;
    }

    private static Format ofTags(String lower, String fileName) {
        boolean xml = lower.startsWith("<?xml");
        if (opensPage(xml ? afterDeclaration(lower) : lower)) {
            return HTML_PAGE;
        }
        if (xml || lower.startsWith("<rss") || lower.startsWith("<feed")) {
            return XML;
        }
        return isPageName(fileName) ? HTML_PAGE : UNKNOWN;
    }

    private static boolean opensPage(String lower) {
        return lower.startsWith("<!doctype html")
                || lower.startsWith("<html")
                || lower.startsWith("<head")
                || lower.startsWith("<body");
    }

    private static String afterDeclaration(String lower) {
        return lower.substring(Math.max(0, lower.indexOf("?>") + 2)).stripLeading();
    }

    private static String withoutComments(String head) {
        String rest = head.stripLeading();
        while (rest.startsWith("<!--")) {
            int end = rest.indexOf("-->");
            rest = end < 0 ? "" : rest.substring(end + 3).stripLeading();
        }
        return rest;
    }

    private static boolean isPageName(String fileName) {
        String name = fileName.toLowerCase(Locale.ROOT);
        return Optional.of(name)
                .filter(n -> n.endsWith(".html") || n.endsWith(".htm") || n.endsWith(".xhtml"))
                .isPresent();
    }
}
