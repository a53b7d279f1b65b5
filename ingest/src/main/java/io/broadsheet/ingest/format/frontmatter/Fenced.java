package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.Optional;

/**
 * A document split at its fences. Blank lines before the first fence and blanks after each are
 * tolerated; a fence is three or more hyphens, the closing one as many, or three dots for three.
 *
 * @param yaml what stands between the fences
 * @param body what follows, verbatim
 * @param firstLine line of the document at which the YAML begins, from 1
 */
record Fenced(String yaml, String body, int firstLine) {

    private static final int HYPHENS_MIN = 3;
    private static final int HYPHENS_MAX = 80;
    private static final int YAML_CHARS_MAX = 128 * 1024;

    /** A split document, or why it cannot be split. */
    sealed interface Split {
        /** Both fences are there. */
        record Whole(Fenced fenced) implements Split {}

        /** They are not. */
        record Broken(Rejection rejection) implements Split {}
    }

    /**
     * The line of hyphens that opens a document.
     *
     * @param hyphens how many
     * @param end where the line after it begins
     */
    private record Opening(int hyphens, int end) {}

    /** Whether the first line that is not blank is a fence. */
    static boolean opens(String text) {
        return opening(text).isPresent();
    }

    /** Splits a text that {@link #opens}. */
    static Split split(String text) {
        Opening opening = opening(text).orElseGet(() -> new Opening(HYPHENS_MIN, 0));
        int line = opening.end();
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (closes(text, line, end, opening.hyphens())) {
                return whole(text, opening.end(), line, end);
            }
            line = end + 1;
        }
        return broken(
                FailureCode.FRONT_MATTER_UNCLOSED,
                "no closing fence (" + "-".repeat(opening.hyphens()) + ")");
    }

    private static boolean closes(String text, int from, int end, int hyphens) {
        return hyphens(text, from, end) == hyphens
                || (hyphens == HYPHENS_MIN
                        && text.startsWith("...", from)
                        && isBlank(text, from + HYPHENS_MIN, end));
    }

    private static Split whole(String text, int start, int fence, int fenceEnd) {
        if (fence - start > YAML_CHARS_MAX) {
            String detail = "%d characters, limit %d".formatted(fence - start, YAML_CHARS_MAX);
            return broken(FailureCode.YAML_LIMIT, detail);
        }
        int firstLine = 1 + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        String body = fenceEnd < text.length() ? text.substring(fenceEnd + 1) : "";
        return new Split.Whole(new Fenced(text.substring(start, fence), body, firstLine));
    }

    private static Split broken(FailureCode code, String detail) {
        return new Split.Broken(new Rejection(code, detail));
    }

    private static Optional<Opening> opening(String text) {
        int line = 0;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            int hyphens = hyphens(text, line, end);
            if (hyphens > 0) {
                return Optional.of(new Opening(hyphens, Math.min(end + 1, text.length())));
            }
            if (!isBlank(text, line, end)) {
                return Optional.empty();
            }
            line = end + 1;
        }
        return Optional.empty();
    }

    /** How many hyphens a line consists of, 0 if it is no fence. */
    private static int hyphens(String text, int from, int end) {
        int at = from;
        while (at < end && text.charAt(at) == '-') {
            at++;
        }
        int hyphens = at - from;
        boolean fence = hyphens >= HYPHENS_MIN && hyphens <= HYPHENS_MAX && isBlank(text, at, end);
        return fence ? hyphens : 0;
    }

    private static boolean isBlank(String text, int from, int end) {
        return from <= end && text.substring(from, end).isBlank();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
