package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.Locale;
import java.util.regex.Pattern;

/** What stands under a picture and is marked as its caption by nothing but what it says. */
final class UnderPicture {

    private static final int LINES_MAX = 3;
    private static final int CHARS_MIN = 20;
    private static final int CHARS_MAX = 400;

    /** Who took the picture, at the end. */
    private static final Pattern CREDIT =
            Pattern.compile(
                    ".*(?:[(\\[](?:fot[oó]?s?|photos?|bild|image|снимка|фото)\\b?\\s?[.:/].{1,60}[)\\]]"
                            + "|(?:foto|photo|bild|image|снимка|фото)s?(?: (?:credit|by))?:\\s.{1,60}"
                            + "|©\\s.{1,60})",
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    private UnderPicture() {}

    /**
     * Whether the only text of a box is of the one picture beside it.
     *
     * @param around a small part of the page
     * @param box in it
     * @param line of the box
     */
    static boolean is(Box around, Box box, Line line) {
        boolean beside =
                around.holds.images() == 1
                        && box.holds.images() == 0
                        && around.lines() <= LINES_MAX
                        && line.text().length() >= CHARS_MIN
                        && line.text().length() <= CHARS_MAX;
        return beside
                && (says(around.element, line.text()) || CREDIT.matcher(line.text()).matches());
    }

    /** Whether the picture has the same words for those who do not see it. */
    private static boolean says(Element around, String text) {
        Element picture = around.selectFirst("img[alt]");
        return picture != null && folded(picture.attr("alt")).equals(folded(text));
    }

    private static String folded(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
