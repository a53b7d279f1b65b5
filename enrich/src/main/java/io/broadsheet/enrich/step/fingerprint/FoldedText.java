package io.broadsheet.enrich.step.fingerprint;

import java.text.Normalizer;

/**
 * A text as it is compared: letters and digits alone, in order, folded by {@link CharFolds}. Of a
 * very long text only the beginning counts.
 */
final class FoldedText {

    /** Longer texts are compared by their beginning. */
    static final int CHARS_MAX = 200_000;

    /** From here on scripts are dense: a character says about as much as three letters. */
    private static final char DENSE = '\u2e80';

    private static final int DENSE_WEIGHT = 3;

    private final char[] chars;
    private int length;
    private int denseCount;
    private boolean pairKept;

    private FoldedText(String text) {
        int end = Math.min(text.length(), CHARS_MAX);
        chars = new char[end];
        text.getChars(0, end, chars, 0);
    }

    static FoldedText of(String text) {
        FoldedText folded = new FoldedText(text);
        if (!folded.fold(false)) {
            folded = new FoldedText(expanded(text));
            folded.fold(true);
        }
        return folded;
    }

    int length() {
        return length;
    }

    /** The letters and digits; what lies beyond {@link #length} is none of them. */
    char[] chars() {
        return chars;
    }

    /** How much there is to compare, in letters; a character of a dense script counts as three. */
    int weight() {
        return length + (DENSE_WEIGHT - 1) * denseCount;
    }

    /** How many characters of dense scripts there are. */
    int denseCount() {
        return denseCount;
    }

    /** Ideographs, kana, Hangul syllables and what lies beyond the first plane. */
    static boolean isDense(char c) {
        return c >= DENSE;
    }

    /**
     * Folds in place. What is kept and what is not is decided without a jump: where words end is
     * what a processor cannot foresee.
     *
     * @param expanded whether characters of which several are left were replaced by them
     * @return whether it could be done; if not, the text is to be expanded
     */
    private boolean fold(boolean expanded) {
        CharFolds folds = CharFolds.ALL;
        int end = chars.length;
        for (int i = 0; i < end; i++) {
            char c = chars[i];
            char left = folds.of(c);
            if (left == CharFolds.SEVERAL || left == CharFolds.HALF) {
                if (left == CharFolds.SEVERAL && !expanded) {
                    return false;
                }
                left = isKept(i) ? c : CharFolds.NOTHING;
            }
            chars[length] = left;
            length += left == CharFolds.NOTHING ? 0 : 1;
            denseCount += isDense(left) ? 1 : 0;
        }
        return true;
    }

    /** Whether it is no half, or half of a letter; the first half is gone when the other comes. */
    private boolean isKept(int index) {
        char c = chars[index];
        if (Character.isHighSurrogate(c) && index + 1 < chars.length) {
            int point = Character.toCodePoint(c, chars[index + 1]);
            boolean kept = Character.isLetterOrDigit(point);
            pairKept = kept && Character.isLowSurrogate(chars[index + 1]);
            return pairKept;
        }
        boolean kept = !Character.isSurrogate(c) || pairKept;
        pairKept = false;
        return kept;
    }

    private static String expanded(String text) {
        String beginning = text.substring(0, Math.min(text.length(), CHARS_MAX));
        String composed = Normalizer.normalize(beginning, Normalizer.Form.NFC);
        var expanded = new StringBuilder(composed.length() + 16);
        for (int i = 0; i < composed.length(); i++) {
            char c = composed.charAt(i);
            if (CharFolds.ALL.of(c) == CharFolds.SEVERAL) {
                expanded.append(CharFolds.ALL.several(c));
            } else {
                expanded.append(c);
            }
        }
        return expanded.toString();
    }
}
