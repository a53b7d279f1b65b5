package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.TextNode;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Text while it is read, up to the next block boundary. */
final class Run {

    /** As much of the text as anyone looks at. */
    private static final int TEXT_CHARS_MAX = 240;

    private static final int SENTENCE_CHARS_MIN = 40;
    private static final int LONG_CHARS_MIN = 120;
    private static final double LINKS_MAX = 0.4;
    private static final String MARKS = ".,!?;:。，、！？；：．…،؟؛।۔·“”»«";
    private static final char FIRST_WIDE = '\u1100';

    /** Pages of nothing but tags have more runs than text: most are short. */
    private static final int TEXT_CHARS_AT_FIRST = 30;

    private char[] begin = new char[TEXT_CHARS_AT_FIRST];
    private int length;
    private final List<TextNode> nodes = new ArrayList<>();
    private int chars;
    private int linkChars;
    private int letters;
    private int marks;

    void add(TextNode node, boolean link) {
        String text = node.getWholeText();
        int before = chars;
        for (int i = 0; i < text.length(); i++) {
            add(text.charAt(i));
        }
        linkChars += link ? chars - before : 0;
        nodes.add(node);
    }

    private void add(char c) {
        if (c <= ' ' || c == 0xA0) {
            keep(' ');
            return;
        }
        chars += isWide(c) ? 2 : 1;
        letters += Character.isLetterOrDigit(c) ? 1 : 0;
        marks += isMark(c) ? 1 : 0;
        keep(c);
    }

    private static boolean isMark(char c) {
        return !(c >= 'a' && c <= 'z') && MARKS.indexOf(c) >= 0;
    }

    /** Characters that say as much as two or more letters. */
    private static boolean isWide(char c) {
        return c >= FIRST_WIDE
                && (Character.isIdeographic(c)
                        || (c >= '\u3040' && c <= '\u30FF')
                        || (c >= '\uAC00' && c <= '\uD7A3')
                        || (c >= '\uFF00' && c <= '\uFF60'));
    }

    private void keep(char c) {
        boolean twoSpaces = c == ' ' && (length == 0 || begin[length - 1] == ' ');
        if (length < TEXT_CHARS_MAX && !twoSpaces) {
            if (length == begin.length) {
                begin = Arrays.copyOf(begin, Math.min(2 * length, TEXT_CHARS_MAX));
            }
            begin[length] = c;
            length++;
        }
    }

    boolean isEmpty() {
        return chars == 0;
    }

    Line lineOf(Box box) {
        var count = new Line.Count(chars, linkChars, letters, marks);
        return new Line(box, new String(begin, 0, length).strip(), nodes, count, prose());
    }

    private double prose() {
        boolean sentence = chars >= LONG_CHARS_MIN || (chars >= SENTENCE_CHARS_MIN && marks > 0);
        return sentence && linkChars <= LINKS_MAX * chars ? chars - linkChars : 0;
    }
}
