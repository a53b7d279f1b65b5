package io.broadsheet.enrich.step.about;

import java.util.Locale;

/** Titles as they are compared. */
final class TitleText {

    private static final int WORDS_MIN = 3;
    private static final int WIDE_CHARS_MIN = 8;
    private static final int OWN_WORDS_MIN = 4;

    private TitleText() {}

    /** Only letters and digits, in lower case. */
    static String folded(String text) {
        var folded = new StringBuilder(text.length());
        text.codePoints().filter(Character::isLetterOrDigit).forEach(folded::appendCodePoint);
        return folded.toString().toLowerCase(Locale.ROOT);
    }

    static int words(String text) {
        return text.isBlank() ? 0 : text.strip().split("\\s+", -1).length;
    }

    static boolean isWide(String text) {
        return text.codePoints().anyMatch(Character::isIdeographic);
    }

    /**
     * Whether the heading says the same as the title in a form that people have looked at: cards
     * are filled by programs, that make capitals and straighten quotes. What looks alone made of
     * it, no capitals or nothing else, is no such form.
     */
    static boolean isBetterWritten(String heading, String title) {
        return folded(heading).equals(folded(title))
                && words(heading) == words(title)
                && hasBothCases(heading) == hasBothCases(title)
                && !title.isEmpty();
    }

    private static boolean hasBothCases(String text) {
        return text.codePoints().anyMatch(Character::isUpperCase)
                && text.codePoints().anyMatch(Character::isLowerCase);
    }

    /** Whether the heading is the title with a kicker before it or a subtitle behind it. */
    static boolean adds(String heading, String title) {
        String whole = folded(heading);
        String part = folded(title);
        boolean enough =
                isWide(title) ? part.length() >= WIDE_CHARS_MIN : words(title) >= WORDS_MIN;
        return enough && (whole.startsWith(part) || whole.endsWith(part));
    }

    /**
     * Whether the heading is a title of its own and not the declared one with more or less. Cards
     * and search engines are given titles that are not meant for readers; what stands over the
     * article is what they know it by.
     */
    static boolean isAnother(String heading, String title) {
        return words(heading) >= OWN_WORDS_MIN
                && !folded(title).contains(folded(heading))
                && !adds(heading, title);
    }
}
