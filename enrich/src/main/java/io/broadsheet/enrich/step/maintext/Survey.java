package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;

/** One pass over a page that tells where its sentences are. */
final class Survey implements NodeFilter {

    private static final Set<String> PARTING = Set.of("td", "th", "br");

    private final Deque<Box> open = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private int links;
    private Run run = new Run();

    private Survey() {}

    /**
     * A page.
     *
     * @param body all of it
     * @param lines all of its text, in order
     */
    record Surveyed(Box body, List<Line> lines) {}

    static Surveyed of(Element body) {
        var survey = new Survey();
        var root = new Box(body, NameWords.NONE, null, Box.Kind.PLAIN, 0);
        survey.open.push(root);
        for (Node child : body.childNodes()) {
            child.filter(survey);
        }
        survey.endRun();
        root.close(survey.lines.size());
        return new Surveyed(root, survey.lines);
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            run.add(text, links > 0);
            return FilterResult.CONTINUE;
        }
        return node instanceof Element element ? enter(element) : FilterResult.SKIP_ENTIRELY;
    }

    private FilterResult enter(Element element) {
        if (Concealed.is(element)) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (element.nameIs("a")) {
            links++;
        }
        if (parts(element)) {
            endRun();
        }
        Box around = open.element();
        NameWords names = NameWords.of(element);
        Box.Kind kind = around.holds.verbatim() ? Box.Kind.PLAIN : Kinds.of(element, names);
        open.push(new Box(element, names, around, kind, lines.size()));
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && open.element().element.equals(element)) {
            if (element.nameIs("a")) {
                links--;
            }
            if (parts(element)) {
                endRun();
            }
            open.pop().close(lines.size());
        }
        return FilterResult.CONTINUE;
    }

    /** Elements that a script defines are mostly blocks, which a parser cannot know. */
    private static boolean parts(Element element) {
        String name = element.normalName();
        return element.isBlock() || PARTING.contains(name) || name.indexOf('-') > 0;
    }

    private void endRun() {
        if (run.isEmpty()) {
            return;
        }
        Line line = run.lineOf(open.element());
        open.element().holds.add(line);
        lines.add(line);
        run = new Run();
    }
}
