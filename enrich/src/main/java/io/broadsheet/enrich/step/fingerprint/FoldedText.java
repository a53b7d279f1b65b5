package io.broadsheet.enrich.step.fingerprint;

import java.text.Normalizer;
import java.util.Arrays;

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

    private static final char JAMO_FIRST = '\u1100';
    private static final char JAMO_LAST = '\u11ff';

    private char[] chars;
    private int length;
    private boolean hasJamo;

    private FoldedText(int capacity) {
        this.chars = new char[capacity];
    }

    static FoldedText of(String text) {
        FoldedText folded = foldedAsItIs(text);
        return folded.hasJamo
                ? foldedAsItIs(Normalizer.normalize(text, Normalizer.Form.NFC))
                : folded;
    }

    int length() {
        return length;
    }

    char at(int index) {
        return chars[index];
    }

    /** How much there is to compare, in letters; a character of a dense script counts as three. */
    int weight() {
        int weight = length;
        for (int i = 0; i < length; i++) {
            weight += isDense(chars[i]) ? DENSE_WEIGHT - 1 : 0;
        }
        return weight;
    }

    /** Ideographs, kana, Hangul syllables and what lies beyond the first plane. */
    static boolean isDense(char c) {
        return c >= DENSE;
    }

    private static FoldedText foldedAsItIs(String text) {
        int end = Math.min(text.length(), CHARS_MAX);
        var folded = new FoldedText(end);
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            char left = CharFolds.ALL.of(c);
            if (left > CharFolds.SEVERAL) {
                folded.add(left);
            } else if (left == CharFolds.SEVERAL) {
                folded.addAll(CharFolds.ALL.several(c));
            } else if (Character.isHighSurrogate(c) && i + 1 < end) {
                folded.addPair(c, text.charAt(i + 1));
            }
        }
        return folded;
    }

    private void add(char c) {
        if (length == chars.length) {
            chars = Arrays.copyOf(chars, length + length / 2 + 1);
        }
        hasJamo |= c >= JAMO_FIRST && c <= JAMO_LAST;
        chars[length++] = c;
    }

    private void addAll(String several) {
        for (int i = 0; i < several.length(); i++) {
            add(several.charAt(i));
        }
    }

    private void addPair(char high, char low) {
        if (Character.isLowSurrogate(low)
                && Character.isLetterOrDigit(Character.toCodePoint(high, low))) {
            add(high);
            add(low);
        }
    }
}
