package io.broadsheet.web.fetch;

import java.util.Map;
import java.util.Optional;

/** How an origin is asked. */
public sealed interface Asking {

    /** GET, for bytes as they are. */
    Asking PLAINLY = new Plain();

    /** GET, for bytes as they are ({@code Accept-Encoding: identity}). */
    record Plain() implements Asking {}

    /**
     * GET, for what is new since, which may come compressed with gzip and is given out decoded (RFC
     * 9110, section 13; RFC 9111, section 4.3).
     *
     * @param etag what {@code ETag} said last, verbatim; sent as {@code If-None-Match}
     * @param lastModified what {@code Last-Modified} said last, verbatim; sent as {@code
     *     If-Modified-Since}
     */
    record ForNews(Optional<String> etag, Optional<String> lastModified) implements Asking {

        /** For all there is. */
        public static ForNews first() {
            return new ForNews(Optional.empty(), Optional.empty());
        }
    }

    /**
     * POST of a form. Only those redirects are followed that have it posted again, 307 and 308.
     *
     * @param form {@code application/x-www-form-urlencoded}
     */
    record Telling(String form) implements Asking {}

    /**
     * POST of a document with headers of its own. Redirects as with {@link Telling}.
     *
     * @param contentType of the document
     * @param body the document
     * @param headers by name; neither has line breaks
     */
    record Posting(String contentType, String body, Map<String, String> headers) implements Asking {

        /** Line breaks in a header are a defect of the caller. */
        public Posting {
            headers = Map.copyOf(headers);
            headers.forEach(Posting::requireOneLine);
        }

        private static void requireOneLine(String name, String value) {
            if ((name + value).chars().anyMatch(it -> it < ' ' || it == 127)) {
                throw new IllegalArgumentException("control characters in the header " + name);
            }
        }
    }
}
