package io.broadsheet.ingest.format.feed.xml;

/**
 * Numbers of windows-1252 that somebody took for those of Unicode: number 146 is meant as an
 * apostrophe, as every browser reads it (WHATWG HTML, numeric character reference end state).
 */
final class WesternControls {

    /** U+0080 to U+009F; what windows-1252 does not have stays. */
    private static final String MEANT =
            "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F"
                    + "\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    private WesternControls() {}

    static String mended(String text) {
        int at = 0;
        while (at < text.length() && !isControl(text.charAt(at))) {
            at++;
        }
        if (at == text.length()) {
            return text;
        }
        StringBuilder mended = new StringBuilder(text);
        for (; at < mended.length(); at++) {
            if (isControl(mended.charAt(at))) {
                mended.setCharAt(at, MEANT.charAt(mended.charAt(at) - 0x80));
            }
        }
        return mended.toString();
    }

    private static boolean isControl(char c) {
        return c >= 0x80 && c <= 0x9F;
    }
}
