package io.broadsheet.enrich.step.body;

import java.util.Optional;

/**
 * A body as it came.
 *
 * @param source the text of it, never null
 * @param kind what it is written in
 * @param base what relative links are relative to, if it is known
 */
public record Markup(String source, Kind kind, Optional<String> base) {

    /** What a body is written in. */
    public enum Kind {
        /** HTML that is all body. */
        HTML_FRAGMENT,
        /** A page of which the body is a part. */
        HTML_PAGE,
        /** CommonMark. */
        MARKDOWN,
        /** Text, paragraphs parted by an empty line. */
        PLAIN
    }
}
