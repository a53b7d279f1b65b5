package io.broadsheet.enrich.step.fingerprint;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * What is left of each character when texts are compared: compatibility forms, case and marks are
 * off (NFKD, lower case, letters and digits only), so that full-width forms, ligatures, accents and
 * Arabic vowel signs make no difference. A table, since this is asked for every character of every
 * article.
 */
final class CharFolds {

    /** Nothing is left: white space, punctuation, marks, controls. */
    static final char NOTHING = 0;

    /** Several characters are left, see {@link #several}; or how many depends on the next ones. */
    static final char SEVERAL = 1;

    /** Half of a character beyond the first plane. */
    static final char HALF = 2;

    /** The one table; half a megabyte at most. */
    static final CharFolds ALL = new CharFolds();

    private static final char IDEOGRAPHS = '\u3400';
    private static final char YI = '\ua000';
    private static final char HANGUL = '\uac00';
    private static final char JAMO_FIRST = '\u1100';
    private static final char JAMO_LAST = '\u11ff';
    private static final char SURROGATES = '\ud800';
    private static final char COMPATIBILITY = '\uf900';

    private final char[] table = new char[Character.MAX_VALUE + 1];
    private final Map<Character, String> several = new HashMap<>();

    private CharFolds() {
        for (int c = 0; c < table.length; c++) {
            table[c] = isItself((char) c) ? (char) c : folded((char) c);
        }
    }

    /** The character that is left of this one, or one of the three above. */
    char of(char c) {
        return table[c];
    }

    /** The characters that are left of one of which several are. */
    String several(char c) {
        return several.getOrDefault(c, "");
    }

    /** Most of the table, and all that takes long to ask for. */
    private static boolean isItself(char c) {
        return (c >= IDEOGRAPHS && c < YI && Character.isLetter(c))
                || (c >= HANGUL && c < SURROGATES && Character.isLetter(c));
    }

    private char folded(char c) {
        if (c >= HANGUL && c < COMPATIBILITY) {
            return Character.isSurrogate(c) ? HALF : NOTHING;
        }
        var left = new StringBuilder();
        Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .codePoints()
                .filter(Character::isLetterOrDigit)
                .forEach(point -> left.appendCodePoint(plainDigit(point)));
        if (left.length() > 1 || (c >= JAMO_FIRST && c <= JAMO_LAST)) {
            several.put(c, left.toString());
            return SEVERAL;
        }
        return left.isEmpty() ? NOTHING : left.charAt(0);
    }

    private static int plainDigit(int point) {
        int digit = Character.digit(point, 10);
        return digit < 0 ? point : '0' + digit;
    }
}
