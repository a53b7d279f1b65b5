package io.broadsheet.web.url;

/** The invisible characters that copying and templates leave around a URL. */
final class OuterSpace {

    private OuterSpace() {}

    /** Without spaces of any script, controls, byte order marks and zero-width marks around it. */
    static String strip(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isSpace(text.charAt(start))) {
            start++;
        }
        while (start < end && isSpace(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    private static boolean isSpace(char c) {
        return c <= ' '
                || Character.isWhitespace(c)
                || Character.isSpaceChar(c)
                || Character.getType(c) == Character.FORMAT
                || Character.isISOControl(c);
    }
}
