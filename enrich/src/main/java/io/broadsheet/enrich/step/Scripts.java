package io.broadsheet.enrich.step;

import java.lang.Character.UnicodeScript;

/**
 * The script of a character, as {@link UnicodeScript#of}, which searches a table of two thousand
 * ranges each time: the letters that most texts consist of are told without it.
 */
public final class Scripts {

    private Scripts() {}

    /** The script of a code point. */
    public static UnicodeScript of(int c) {
        if (c < 0x80) {
            return isAsciiLetter(c) ? UnicodeScript.LATIN : UnicodeScript.of(c);
        }
        if (c >= 0x4E00 && c <= 0x9FFF) {
            return UnicodeScript.HAN;
        }
        if (c >= 0xAC00 && c <= 0xD7A3) {
            return UnicodeScript.HANGUL;
        }
        return c >= 0x0410 && c <= 0x044F ? UnicodeScript.CYRILLIC : UnicodeScript.of(c);
    }

    private static boolean isAsciiLetter(int c) {
        int lower = c | 0x20;
        return lower >= 'a' && lower <= 'z';
    }
}
