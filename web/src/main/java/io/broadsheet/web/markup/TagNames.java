package io.broadsheet.web.markup;

/** Finds tags in markup without parsing it: to be asked before the whole tree is searched. */
public final class TagNames {

    private TagNames() {}

    /**
     * Whether an element of that name may begin somewhere; where it says no, a parser makes none.
     *
     * @param name in lower case
     */
    public static boolean occurs(String markup, String name) {
        int tag = markup.indexOf('<');
        while (tag >= 0 && !isAt(markup, tag + 1, name)) {
            tag = markup.indexOf('<', tag + 1);
        }
        return tag >= 0;
    }

    /** Whether a tag's name stands there, in any case, and ends with its last letter. */
    public static boolean isAt(String markup, int start, String name) {
        int end = start + name.length();
        return markup.regionMatches(true, start, name, 0, name.length())
                && (end == markup.length() || !isWord(markup.charAt(end)));
    }

    private static boolean isWord(char c) {
        return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
    }
}
