package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.List;

/**
 * What is to go from an article. A line that the page's linked data has in the article never goes.
 * Nothing is taken out of the tree, which costs as much as it has nodes: what goes is marked as
 * hidden.
 */
final class Cut {

    /** To move an element costs as much as it has neighbours. */
    private static final int CAPTIONS_MAX = 200;

    /** The article. */
    final Box main;

    /** What speaks for its lines. */
    final Evidence evidence;

    private final List<Line> lines;
    private final boolean[] gone;
    private final List<Element> hidden;
    private final List<Line> cleared = new ArrayList<>();
    private final List<Box> captions = new ArrayList<>();

    Cut(Survey.Surveyed page, Box main, Evidence evidence) {
        this.lines = page.lines();
        this.hidden = new ArrayList<>(page.concealed());
        this.main = main;
        this.evidence = evidence;
        this.gone = new boolean[lines.size()];
    }

    int first() {
        return main.firstLine;
    }

    int end() {
        return main.endLine();
    }

    Line line(int at) {
        return lines.get(at);
    }

    boolean isGone(int at) {
        return gone[at];
    }

    /** The sentences of a line that is still there. */
    double prose(int at) {
        return gone[at] ? 0 : line(at).prose();
    }

    /** Takes a box out, with all its lines. */
    void hide(Box box) {
        hidden.add(box.element);
        go(box);
    }

    /** Makes a box the caption of the picture beside it: it stays, but not as text. */
    void caption(Box box) {
        if (captions.size() < CAPTIONS_MAX) {
            captions.add(box);
        } else {
            hidden.add(box.element);
        }
        go(box);
    }

    /** The same, of a part of a line, which is nothing else. */
    void caption(Box part, int line) {
        caption(part);
        gone[line] = true;
    }

    private void go(Box box) {
        for (int i = box.firstLine; i < box.endLine(); i++) {
            gone[i] = true;
        }
    }

    /** Takes a line out, and its box if that holds nothing else. */
    void drop(int at) {
        Box box = line(at).box();
        if (gone[at] || evidence.knows(at)) {
            return;
        }
        if (box != main && box.lines() == 1 && box.holds.images() == 0) {
            hide(box);
        } else {
            gone[at] = true;
            cleared.add(line(at));
        }
    }

    void dropAll(int from, int to) {
        for (int i = from; i < to; i++) {
            drop(i);
        }
    }

    /** Does to the page what was decided. */
    void apply() {
        captions.forEach(Pictures::caption);
        cleared.forEach(Line::clear);
        hidden.forEach(element -> element.attr("hidden", ""));
    }
}
