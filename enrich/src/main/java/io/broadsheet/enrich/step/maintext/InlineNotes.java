package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/**
 * Notes that a page shows in its margin and that stand in the midst of the sentences they belong
 * to: who reads the text without its looks would read them as part of the sentence.
 */
final class InlineNotes {

    private static final Set<String> WORDS = WordList.setOf("sidenote marginnote");
    private static final Set<String> MARKS = WordList.setOf("a sup label input button");
    private static final int CHARS_MIN = 12;
    private static final int BOXES_MAX = 60;
    private static final int NOTES_MAX = 200;

    private InlineNotes() {}

    /** Takes them out of an article, in order, each as a paragraph. */
    static List<Element> takenOutOf(Box main) {
        List<Element> notes = new ArrayList<>();
        Deque<Box> open = new ArrayDeque<>();
        open.push(main);
        while (!open.isEmpty() && notes.size() < NOTES_MAX) {
            Box box = open.pop();
            if (isNote(box)) {
                notes.add(box.element.tagName("p"));
            } else {
                box.children.reversed().forEach(open::push);
            }
        }
        notes.forEach(Element::remove);
        return notes;
    }

    private static boolean isNote(Box box) {
        return box.lines() == 0
                && box.holds.boxes() <= BOXES_MAX
                && !MARKS.contains(box.element.normalName())
                && box.names.hasAny(WORDS)
                && box.element.text().length() >= CHARS_MIN;
    }
}
