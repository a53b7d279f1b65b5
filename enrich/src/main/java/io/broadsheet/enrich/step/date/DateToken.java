package io.broadsheet.enrich.step.date;

import java.util.ArrayList;
import java.util.List;

/**
 * A piece of a written date.
 *
 * @param kind what it is
 * @param text as written, words in lower case; a Han or Hangul character is a word of its own
 */
record DateToken(Kind kind, String text) {

    private static final int NUMBER_DIGITS_MAX = 9;

    /** What a piece can be. */
    enum Kind {
        NUMBER,
        WORD,
        SIGN,
        END
    }

    /** What stands behind the last piece. */
    static final DateToken END = new DateToken(Kind.END, "");

    /** The pieces of a text in one spelling, as {@link DateSpelling} gives it. */
    static List<DateToken> of(String text) {
        List<DateToken> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int end = end(text, at);
            if (!Character.isWhitespace(c) && !Character.isSpaceChar(c)) {
                tokens.add(new DateToken(kind(c), text.substring(at, end)));
            }
            at = end;
        }
        return tokens;
    }

    /** The piece at a place; the end beyond. */
    static DateToken at(List<DateToken> tokens, int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index) : END;
    }

    boolean is(String other) {
        return text.equals(other);
    }

    /** Whether it is a number of so many digits. */
    boolean isNumber(int digitsMin, int digitsMax) {
        return kind == Kind.NUMBER && text.length() >= digitsMin && text.length() <= digitsMax;
    }

    /** Its value; larger than any date for a number that is too long. */
    int value() {
        return text.length() > NUMBER_DIGITS_MAX ? Integer.MAX_VALUE : Integer.parseInt(text);
    }

    private static int end(String text, int from) {
        int c = text.codePointAt(from);
        int at = from + Character.charCount(c);
        if (kind(c) == Kind.SIGN || standsAlone(c)) {
            return at;
        }
        while (at < text.length() && continues(c, text.codePointAt(at))) {
            at += Character.charCount(text.codePointAt(at));
        }
        return at;
    }

    private static boolean continues(int first, int c) {
        boolean mark =
                Character.getType(c) == Character.NON_SPACING_MARK
                        || Character.getType(c) == Character.COMBINING_SPACING_MARK;
        return (kind(first) == Kind.WORD && mark) || (kind(c) == kind(first) && !standsAlone(c));
    }

    private static Kind kind(int c) {
        if (c >= '0' && c <= '9') {
            return Kind.NUMBER;
        }
        return Character.isLetter(c) ? Kind.WORD : Kind.SIGN;
    }

    private static boolean standsAlone(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HAN, HANGUL -> true;
            default -> false;
        };
    }
}
