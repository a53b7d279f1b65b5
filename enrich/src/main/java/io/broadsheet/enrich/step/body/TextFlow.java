package io.broadsheet.enrich.step.body;

/**
 * Text as it is shown: runs of white space are one space, a line break between wide East Asian
 * characters is nothing, and there is no space at either end. Invisible characters without a
 * meaning of their own are dropped; joiners stay, which Persian and emoji need.
 */
final class TextFlow {

    /** The space of East Asia; beyond it are none. */
    private static final int LAST_SPACE = 0x3000;

    private final StringBuilder out = new StringBuilder();
    private Gap gap = Gap.NONE;

    /** What lies between the last character written and the next. */
    private enum Gap {
        NONE,
        SPACE,
        SOFT_BREAK,
        LINE
    }

    /** Adds running text; returns how many visible code points it had. */
    int append(String text) {
        int visible = 0;
        int i = 0;
        while (i < text.length()) {
            int c = text.codePointAt(i);
            i += Character.charCount(c);
            if (isSpace(c)) {
                widen(c == '\n' || c == '\r' ? Gap.SOFT_BREAK : Gap.SPACE);
            } else if (!isInvisible(c)) {
                write(c);
                visible++;
            }
        }
        return visible;
    }

    /** A space, unless the text begins or ends here. */
    void space() {
        widen(Gap.SPACE);
    }

    /** The author broke the line here. */
    void lineBreak() {
        widen(Gap.LINE);
    }

    /** Whether there is no visible text yet. */
    boolean isEmpty() {
        return out.isEmpty();
    }

    /** The text so far; the flow starts anew. */
    String take() {
        String text = out.toString();
        out.setLength(0);
        gap = Gap.NONE;
        return text;
    }

    private void widen(Gap by) {
        if (!out.isEmpty() && by.compareTo(gap) > 0) {
            gap = by;
        }
    }

    private void write(int c) {
        switch (gap) {
            case NONE -> {}
            case SPACE -> out.append(' ');
            case LINE -> out.append('\n');
            case SOFT_BREAK -> {
                if (!EastAsian.joins(out.codePointBefore(out.length()), c)) {
                    out.append(' ');
                }
            }
        }
        gap = Gap.NONE;
        out.appendCodePoint(c);
    }

    private static boolean isSpace(int c) {
        return c <= ' '
                || c == 0xA0
                || (c >= 0x1680 && c <= LAST_SPACE && Character.isSpaceChar(c));
    }

    private static boolean isInvisible(int c) {
        return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF || (c >= 0x7F && c < 0xA0);
    }
}
