package io.broadsheet.enrich.step.maintext;

/** Scripts of which one character says as much as two or more letters. */
final class EastAsianWidth {

    private static final char FIRST = '\u1100';

    private EastAsianWidth() {}

    static boolean isWide(char c) {
        return c >= FIRST
                && (Character.isIdeographic(c)
                        || (c >= '\u3040' && c <= '\u30FF')
                        || (c >= '\uAC00' && c <= '\uD7A3')
                        || (c >= '\uFF00' && c <= '\uFF60'));
    }
}
