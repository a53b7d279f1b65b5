package io.broadsheet.enrich.step.maintext;

/**
 * Text between two block boundaries of a page.
 *
 * @param box what it stands in
 * @param text its beginning, white space normalised
 * @param chars that are no space
 * @param linkChars of these, those in links
 * @param prose characters of sentences, out of links
 */
record Line(Box box, String text, int chars, int linkChars, double prose) {

    private static final double SHORT_WEIGHT = 0.15;

    /** What it counts where the article is looked for: a little, if it is no sentence. */
    double weight() {
        return prose > 0 ? prose : linkChars * 5 <= chars ? SHORT_WEIGHT * (chars - linkChars) : 0;
    }

    /** Whether it is a heading. */
    boolean isHeading() {
        String name = box.element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether most of it is a link. */
    boolean isLink() {
        return linkChars > chars / 2;
    }
}
