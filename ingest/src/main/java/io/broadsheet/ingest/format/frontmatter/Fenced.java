package io.broadsheet.ingest.format.frontmatter;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.Optional;

/**
 * A document split at its fences. Blank lines before the first fence and blanks after each are
 * tolerated; a fence is three hyphens, the closing one may be three dots.
 *
 * @param yaml what stands between the fences
 * @param body what follows, verbatim
 * @param firstLine line of the document at which the YAML begins, from 1
 */
record Fenced(String yaml, String body, int firstLine) {

    private static final int YAML_CHARS_MAX = 256 * 1024;

    /** A split document, or why it cannot be split. */
    sealed interface Split {
        /** Both fences are there. */
        record Whole(Fenced fenced) implements Split {}

        /** They are not. */
        record Broken(Rejection rejection) implements Split {}
    }

    /** Whether the first line that is not blank is a fence. */
    static boolean opens(String text) {
        return openingEnd(text).isPresent();
    }

    /** Splits a text that {@link #opens}. */
    static Split split(String text) {
        int start = openingEnd(text).orElse(0);
        int line = start;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (isFence(text, line, end, "---") || isFence(text, line, end, "...")) {
                return whole(text, start, line, end);
            }
            line = end + 1;
        }
        return broken(FailureCode.FRONT_MATTER_UNCLOSED, "no closing fence (---)");
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

    /** Where the line after the opening fence begins. */
    private static Optional<Integer> openingEnd(String text) {
        int line = 0;
        while (line < text.length()) {
            int end = lineEnd(text, line);
            if (isFence(text, line, end, "---")) {
                return Optional.of(Math.min(end + 1, text.length()));
            }
            if (!text.substring(line, end).isBlank()) {
                return Optional.empty();
            }
            line = end + 1;
        }
        return Optional.empty();
    }

    private static boolean isFence(String text, int from, int end, String marks) {
        return text.startsWith(marks, from)
                && end - from >= marks.length()
                && text.substring(from + marks.length(), end).isBlank();
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
