package io.broadsheet.enrich.step.maintext;

import org.jspecify.annotations.Nullable;

import java.util.Set;

/**
 * Where a page speaks of its article: around the title, at the beginning of the body and at its
 * end, but not in parts of the page that speak of others.
 *
 * @param main the article
 * @param title number of its title's line, or of its first
 * @param text number of the line with which its sentences begin
 */
record Area(Box main, int title, int text) {

    private static final int BEFORE_LINES = 10;
    private static final int AFTER_LINES = 14;
    private static final int END_LINES = 8;
    private static final int BEFORE_TEXT_LINES = 8;

    private static final Set<String> OTHERS =
            WordList.setOf(
                    """
                    related recommended sidebar popular trending comment comments
                    commentlist mostread nav menu newsletter latest
                    """);

    /** Templates put many things into such a frame, the author of the article among them. */
    private static final Set<String> FRAMES = WordList.setOf("teaser teasers widget carousel");

    private static final Set<String> FRAMED = WordList.setOf("author authors byline autor autoren");

    /** Beside it there may be how many comments there are. */
    private static final Set<String> BYLINES = WordList.setOf("byline bylines");

    private static final Set<String> ITS_OWN =
            WordList.setOf("post entry article story hentry beitrag artikel");

    /** The foot of a page is of others, that of an article is its own. */
    private static boolean isOther(NameWords names) {
        boolean foot = names.words().contains("footer") && !names.hasAny(ITS_OWN);
        boolean frame = names.hasAny(FRAMES) && !names.hasAny(FRAMED);
        boolean byline = names.hasAny(BYLINES) && !names.words().contains("comment");
        return foot || frame || (names.hasAny(OTHERS) && !byline);
    }

    boolean has(int line) {
        boolean head =
                line >= title - BEFORE_LINES
                        && line <= Math.max(title, main.firstLine) + AFTER_LINES;
        return head || Math.abs(line - main.endLine()) <= END_LINES;
    }

    /** The same for names: much may stand between the title and the byline over the text. */
    boolean mayName(int line) {
        return has(line) || (line >= text - BEFORE_TEXT_LINES && line <= text);
    }

    /** Whether a box may have something in it that is of this area. */
    boolean mayBeIn(Box box) {
        boolean near =
                box.endLine() >= title - BEFORE_LINES
                        && box.firstLine <= main.endLine() + END_LINES;
        return near && (box.isAround(main) || !isOther(box.names));
    }

    /** Whether a box is in a part that speaks of other articles. */
    boolean isOfOthers(Box box) {
        for (@Nullable Box at = box; at != null && !at.isAround(main); at = at.parent) {
            if (isOther(at.names)) {
                return true;
            }
        }
        return false;
    }

    /** How far a line is from the title. */
    int distance(int line) {
        return Math.abs(line - title);
    }
}
