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

    private static final int SHOWN_MIN = 100;
    private static final Set<String> PARTING = Set.of("td", "th", "br");

    private final Deque<Box> open = new ArrayDeque<>();
    private final List<Line> lines = new ArrayList<>();
    private final List<Element> concealed = new ArrayList<>();
    private final Showing showing;
    private boolean notesShown;
    private boolean notesHidden;
    private int links;
    private Run run = new Run();

    /** What of all that a page hides until a script shows it is read. */
    private enum Showing {
        NOTHING,
        NOTES,
        ALL
    }

    private Survey(Showing showing) {
        this.showing = showing;
    }

    /**
     * A page.
     *
     * @param body all of it
     * @param lines all of its text, in order
     * @param concealed what is not shown and was passed over
     */
    record Surveyed(Box body, List<Line> lines, List<Element> concealed) {}

    /**
     * What a page shows, and the notes that it shows nowhere else than where a reader asks for
     * them; if that is nothing, what it would show once its scripts have run.
     */
    static Surveyed of(Element body) {
        var survey = new Survey(Showing.NOTHING);
        Surveyed shown = survey.read(body);
        if (shown.body().holds.all() < SHOWN_MIN && !shown.concealed().isEmpty()) {
            return new Survey(Showing.ALL).read(body);
        }
        boolean notes = survey.notesHidden && !survey.notesShown;
        return notes ? new Survey(Showing.NOTES).read(body) : shown;
    }

    private Surveyed read(Element body) {
        var root = new Box(body, NameWords.NONE, null, Box.Kind.PLAIN, 0);
        open.push(root);
        for (Node child : body.childNodes()) {
            child.filter(this);
        }
        endRun();
        root.close(lines.size());
        return new Surveyed(root, lines, concealed);
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
        NameWords names = NameWords.of(element);
        if (isConcealed(element, Notes.are(names) && !Concealed.byName(element))) {
            return FilterResult.SKIP_ENTIRELY;
        }
        if (isLink(element)) {
            links++;
        }
        if (parts(element)) {
            endRun();
        }
        Box around = open.element();
        Box.Kind kind = around.holds.verbatim() ? Box.Kind.PLAIN : Kinds.of(element, names);
        open.push(new Box(element, names, around, kind, lines.size()));
        return FilterResult.CONTINUE;
    }

    private boolean isConcealed(Element element, boolean note) {
        if (note && showing == Showing.NOTES) {
            element.removeAttr("hidden");
            return false;
        }
        boolean unseen = Concealed.always(element) || isConcealedByStyle(element);
        if (note) {
            notesHidden |= unseen;
            notesShown |= !unseen && element.isBlock();
        }
        return unseen;
    }

    private boolean isConcealedByStyle(Element element) {
        boolean byStyle = showing != Showing.ALL && Concealed.byStyle(element);
        if (byStyle) {
            concealed.add(element);
        }
        return byStyle;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && open.element().element.equals(element)) {
            if (isLink(element)) {
                links--;
            }
            if (parts(element)) {
                endRun();
            }
            open.pop().close(lines.size());
        }
        return FilterResult.CONTINUE;
    }

    /** A place that others lead to is no link, nor is what leads nowhere. */
    private static boolean isLink(Element element) {
        return element.nameIs("a")
                && (element.hasAttr("href") || !element.hasAttr("name"))
                && !element.attr("href").strip().equals("javascript:");
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
