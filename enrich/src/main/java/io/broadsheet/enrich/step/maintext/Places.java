package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/** In what a line stands. */
final class Places {

    private static final int LEVELS_MAX = 4;
    private static final Set<String> ITEMS = WordList.setOf("td th li dd dt");
    private static final Set<String> QUOTES = WordList.setOf("blockquote pre");

    private Places() {}

    /** Whether it is in a table or a list. */
    static boolean isItem(Box box) {
        return isIn(box, ITEMS);
    }

    /** Whether it is quoted, or code. */
    static boolean isQuote(Box box) {
        return isIn(box, QUOTES);
    }

    private static boolean isIn(Box box, Set<String> names) {
        @Nullable Box at = box;
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            if (names.contains(at.element.normalName())) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }

    /** Whether it or what is around it is called one of these. */
    static boolean isCalled(Box box, Set<String> words) {
        @Nullable Box at = box;
        for (int level = 0; at != null && level < LEVELS_MAX; level++) {
            if (at.names.hasAny(words)) {
                return true;
            }
            at = at.parent;
        }
        return false;
    }
}
