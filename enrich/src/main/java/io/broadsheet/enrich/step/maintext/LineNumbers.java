package io.broadsheet.enrich.step.maintext;

import java.util.Locale;
import java.util.Set;

/** Numbers that a page shows before the lines of code, and that are no code. */
final class LineNumbers {

    private static final int DIGITS_MAX = 6;

    /** A number may stand in an element of its own within what is named. */
    private static final int BOXES_MAX = 2;

    private static final Set<String> WORDS =
            WordList.setOf(
                    """
                    lineno linenos linenum linenums linenumber linenumbers gutter ln lnt lntd lnno
                    blobnum hljsln
                    """);

    private static final WordFinder JOINED =
            new WordFinder(WordList.listOf("linenumber lineno linenum gutter blobnum"));

    private LineNumbers() {}

    /** Whether a box is a number of a line of code, or a column of them. */
    static boolean are(Box box) {
        if (!isMarked(box)) {
            return false;
        }
        return box.lines() == 0
                ? box.holds.verbatim() && isSmall(box) && isNumbers(box.element.text())
                : isColumn(box);
    }

    /** A named column beside code, or one in it. */
    private static boolean isColumn(Box box) {
        return (box.holds.verbatim() || isNamed(box.names)) && box.holds.isNumeric();
    }

    private static boolean isMarked(Box box) {
        return isNamed(box.names)
                || box.element.attr("aria-hidden").equals("true")
                || isUnselectable(box.element.attr("style"));
    }

    private static boolean isNamed(NameWords names) {
        return names.hasAny(WORDS) || names.joinedHasAny(JOINED);
    }

    /** So that who copies the code does not copy it. */
    private static boolean isUnselectable(String style) {
        return style.contains("user-select")
                && style.replace(" ", "").toLowerCase(Locale.ROOT).contains("user-select:none");
    }

    private static boolean isSmall(Box box) {
        return box.holds.boxes() <= BOXES_MAX && box.element.childNodeSize() <= BOXES_MAX;
    }

    private static boolean isNumbers(String text) {
        String bare = text.strip();
        return !bare.isEmpty()
                && bare.length() <= DIGITS_MAX
                && bare.chars().allMatch(Character::isDigit);
    }
}
