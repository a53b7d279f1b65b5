package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.TextNode;

import java.util.ArrayList;
import java.util.List;

/** Text while it is read, up to the next block boundary. */
final class Run {

    /** As much of the text as anyone looks at. */
    static final int TEXT_CHARS_MAX = 240;

    private static final int SENTENCE_CHARS_MIN = 40;
    private static final int LONG_CHARS_MIN = 120;
    private static final double LINKS_MAX = 0.4;

    private final StringBuilder begin = new StringBuilder();
    private final List<TextNode> nodes = new ArrayList<>();
    private int chars;
    private int linkChars;
    private int marks;
    private int letters;

    void add(TextNode node, boolean link) {
        String text = node.getWholeText();
        nodes.add(node);
        int seen = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c > ' ' && c != 0xA0) {
                seen += EastAsianWidth.isWide(c) ? 2 : 1;
                letters += Character.isLetterOrDigit(c) ? 1 : 0;
                marks += Marks.isMark(c) ? 1 : 0;
                keep(c);
            } else {
                keep(' ');
            }
        }
        chars += seen;
        linkChars += link ? seen : 0;
    }

    private void keep(char c) {
        int length = begin.length();
        boolean twoSpaces = c == ' ' && (length == 0 || begin.charAt(length - 1) == ' ');
        if (length < TEXT_CHARS_MAX && !twoSpaces) {
            begin.append(c);
        }
    }

    boolean isEmpty() {
        return chars == 0;
    }

    Line lineOf(Box box) {
        return new Line(box, begin.toString().strip(), nodes, new Line.Count(chars, linkChars, letters, marks), prose());
    }

    private double prose() {
        boolean sentence = chars >= LONG_CHARS_MIN || (chars >= SENTENCE_CHARS_MIN && marks > 0);
        return sentence && linkChars <= LINKS_MAX * chars ? chars - linkChars : 0;
    }
}
