package io.broadsheet.enrich.step;

import io.broadsheet.runtime.failure.SafeText;

/** A short piece of outside text, safe to show on one line. */
public final class Excerpt {

    private static final int CHARS_MAX = 200;

    private Excerpt() {}

    /** The first 200 characters at most, control characters escaped. */
    public static String of(String text) {
        return SafeText.cut(SafeText.escapeControls(SafeText.cut(text, CHARS_MAX)), CHARS_MAX);
    }
}
