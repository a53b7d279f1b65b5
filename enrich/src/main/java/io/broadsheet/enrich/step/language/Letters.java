package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.Scripts;

import java.lang.Character.UnicodeScript;
import java.text.Normalizer;

/**
 * What the model sees of a text, when it learns and when it is asked: the letters of one script, in
 * lower case, with a space for all between them. Figures, signs and words of other scripts say
 * nothing about a language.
 */
public final class Letters {

    private static final char DOTTED_CAPITAL_I = 'İ';

    /** What some leave over the i of Turkish when they make it a small one. */
    private static final char DOT_OF_LOWER_I = '\u0307';

    private Letters() {}

    /** The words of one script. */
    public static String of(String text, UnicodeScript script) {
        String composed = isComposed(text) ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
        var letters = new StringBuilder(composed.length());
        boolean marks = script == UnicodeScript.DEVANAGARI;
        for (int at = 0; at < composed.length(); at++) {
            char c = composed.charAt(at);
            if (isLetter(c, script) || (marks && isMark(c))) {
                letters.append(lower(c));
            } else if (c != DOT_OF_LOWER_I && inWord(letters)) {
                letters.append(' ');
            }
        }
        return letters.toString();
    }

    private static boolean inWord(StringBuilder letters) {
        return !letters.isEmpty() && letters.charAt(letters.length() - 1) != ' ';
    }

    private static boolean isLetter(char c, UnicodeScript script) {
        return Character.isLetter(c) && Scripts.of(c) == script;
    }

    /** Vowels of Devanagari are marks; elsewhere marks are seldom written. */
    private static boolean isMark(char c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static char lower(char c) {
        return c == DOTTED_CAPITAL_I ? 'i' : Character.toLowerCase(c);
    }

    /** Most texts are, and need not be copied. */
    private static boolean isComposed(String text) {
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            if (c >= 0x300 && c <= 0x36F) {
                return false;
            }
        }
        return true;
    }
}
