package io.broadsheet.enrich.step.maintext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** Footnotes that stand in another part of the page than the text they belong to. */
final class Notes {

    private static final Set<String> WORDS = WordList.setOf("footnote footnotes endnote endnotes");
    private static final Set<String> ALL =
            WordList.setOf(
                    "footnote footnotes endnote endnotes sidenote sidenotes marginnote fn fna"
                            + " footdef");

    private static final int NOTES_MAX = 5;

    private Notes() {}

    /** Whether it is called one, or a mark that leads to one. */
    static boolean are(NameWords names) {
        return names.hasAny(ALL);
    }

    static List<Box> after(Box body, Box main) {
        List<Box> notes = new ArrayList<>();
        Deque<Box> open = new ArrayDeque<>();
        open.add(body);
        while (!open.isEmpty() && notes.size() < NOTES_MAX) {
            Box box = open.remove();
            if (isNotes(box, main)) {
                notes.add(box);
            } else if (box.isPlain() && box != main && box.endLine() > main.endLine()) {
                open.addAll(box.children);
            }
        }
        return notes;
    }

    private static boolean isNotes(Box box, Box main) {
        return box.firstLine >= main.endLine()
                && box.lines() > 0
                && box.isPlain()
                && box.names.hasAny(WORDS);
    }
}
