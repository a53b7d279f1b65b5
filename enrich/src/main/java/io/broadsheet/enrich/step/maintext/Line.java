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
 * @param prose characters of sentences, out of links; 0 if it is none
 */
record Line(Box box, String text, List<TextNode> nodes, Count count, double prose) {

    private static final double SHORT_WEIGHT = 0.15;
    private static final int SENTENCE_CHARS_MIN = 25;
    private static final int LONG_CHARS_MIN = 200;
    private static final int SENTENCE_WORDS_MIN = 3;
    private static final int SHORT_SENTENCE_WORDS_MIN = 5;
    private static final String FULL_STOPS = ".!?。！？";
    private static final String ENDS = ".!?:。！？：…\"”";

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
        boolean linked = linkChars() * 5 > chars();
        return linked ? 0 : SHORT_WEIGHT * (chars() - linkChars());
    }

    boolean isHeading() {
        String name = box.element.normalName();
        return name.length() == 2 && name.charAt(0) == 'h' && Character.isDigit(name.charAt(1));
    }

    /** Whether most of it is a link. */
    boolean isLink() {
        return linkChars() > chars() / 2;
    }

    int words() {
        int words = 1;
        for (int i = 0; i < text.length(); i++) {
            words += text.charAt(i) == ' ' ? 1 : 0;
        }
        return words;
    }

    /** Whether it ends as only sentences do, and has words enough for one. */
    boolean isShortSentence() {
        return !text.isEmpty()
                && FULL_STOPS.indexOf(text.charAt(text.length() - 1)) >= 0
                && words() >= SHORT_SENTENCE_WORDS_MIN;
    }

    /** Whether it is of digits alone. */
    boolean isNumeric() {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) != ' ' && !Character.isDigit(text.charAt(i))) {
                return false;
            }
        }
        return !text.isEmpty();
    }

    /** Whether it ends like a sentence and is long enough for one, or is too long for less. */
    boolean isSentence() {
        if (text.length() >= LONG_CHARS_MIN) {
            return true;
        }
        boolean ends = !text.isEmpty() && ENDS.indexOf(text.charAt(text.length() - 1)) >= 0;
        return ends && (chars() > SENTENCE_CHARS_MIN || words() >= SENTENCE_WORDS_MIN);
    }

    /** Takes it out of the page. */
    void clear() {
        nodes.forEach(node -> node.text(""));
    }
}
