package io.broadsheet.enrich.step.text;

import io.broadsheet.enrich.step.Scripts;

/**
 * How long a text is.
 *
 * @param words runs of letters and digits; each character is one in scripts written without spaces
 * @param ideographs how many of the words are such characters
 * @param chars code points, line breaks excluded
 */
public record TextCount(int words, int ideographs, int chars) {

    // Nearly all that there is in Chinese: they need not be looked up.
    private static final int IDEOGRAPH_FIRST = 0x4e00;
    private static final int IDEOGRAPH_LAST = 0x9fff;

    /** Counts in one pass. */
    public static TextCount of(String text) {
        int words = 0;
        int ideographs = 0;
        int chars = 0;
        boolean inWord = false;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            boolean alone = isOneWord(c);
            boolean part = (!alone && isPartOfWord(c)) || (inWord && isJoiner(c));
            chars += c == '\n' ? 0 : 1;
            ideographs += alone ? 1 : 0;
            words += part && !inWord ? 1 : 0;
            inWord = part;
        }
        return new TextCount(words + ideographs, ideographs, chars);
    }

    private static boolean isPartOfWord(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    private static boolean isJoiner(int c) {
        return c == '\'' || c == '’' || c == '-' || c == 0x200C || c == 0x200D;
    }

    private static boolean isOneWord(int c) {
        if (c >= IDEOGRAPH_FIRST && c <= IDEOGRAPH_LAST) {
            return true;
        }
        if (c < 0x0E00 || !Character.isLetter(c)) {
            return false;
        }
        return switch (Scripts.of(c)) {
            case HAN, HIRAGANA, KATAKANA, THAI, LAO, KHMER, MYANMAR, TIBETAN -> true;
            default -> false;
        };
    }
}
