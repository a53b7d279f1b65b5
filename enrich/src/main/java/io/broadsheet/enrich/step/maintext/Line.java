package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.TextNode;

import java.util.List;

/**
 * Text between two block boundaries of a page.
 *
 * @param box what it stands in
 * @param text its beginning, white space normalised
 * @param nodes all of it
 * @param count how much it is
 * @param prose characters of sentences, out of links
 */
record Line(Box box, String text, List<TextNode> nodes, Count count, double prose) {

    private static final double SHORT_WEIGHT = 0.15;

    /**
     * How much text it is.
     *
     * @param chars that are no space; of wide scripts each is two
     * @param linkChars of these, those in links
     * @param letters letters and digits
     * @param marks that part and end sentences
     */
    record Count(int chars, int linkChars, int letters, int marks) {}

    int chars() {
        return count.chars();
    }

    int linkChars() {
        return count.linkChars();
    }

    int letters() {
        return count.letters();
    }

    /** What it counts where the article is looked for: a little, if it is no sentence. */
    double weight() {
        if (prose > 0) {
            return prose;
        }
        boolean mostlyLinks = linkChars() * 5 > chars();
        return mostlyLinks ? 0 : SHORT_WEIGHT * (chars() - linkChars());
    }

    /** Whether it is a heading. */
    boolean isHeading() {
        String name = box.element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether most of it is a link. */
    boolean isLink() {
        return linkChars() > chars() / 2;
    }

    /** Takes it out of the page. */
    void remove() {
        nodes.forEach(node -> {
            if (node.hasParent()) {
                node.remove();
            }
        });
    }
}
