package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** One pass over a page that tells where its sentences are. */
final class Survey implements NodeFilter {

    private static final Set<String> PARTING = Set.of("td", "th", "br");

    private final Deque<Box> open = new ArrayDeque<>();
    private final Box root;
    private int links;
    private Run run = new Run();

    /** Text between two block boundaries. */
    private static final class Run {
        private static final int SENTENCE_CHARS_MIN = 40;
        private static final int LONG_CHARS_MIN = 120;
        private static final double LINKS_MAX = 0.4;
        private int chars;
        private int linkChars;
        private int marks;

        void add(String text, boolean link) {
            int seen = 0;
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                if (c > ' ' && c != 0xA0) {
                    seen += EastAsianWidth.isWide(c) ? 2 : 1;
                    marks += Marks.isMark(c) ? 1 : 0;
                }
            }
            chars += seen;
            linkChars += link ? seen : 0;
        }

        double prose() {
            boolean sentence = chars >= LONG_CHARS_MIN || (chars >= SENTENCE_CHARS_MIN && marks > 0);
            return sentence && linkChars <= LINKS_MAX * chars ? chars - linkChars : 0;
        }
    }

    private Survey(Element body) {
        root = new Box(body, NameWords.of(""), null, false);
        open.push(root);
    }

    static Box of(Element body) {
        var survey = new Survey(body);
        for (Node child : body.childNodes()) {
            child.filter(survey);
        }
        survey.endRun();
        return survey.root;
    }

    @Override
    public FilterResult head(Node node, int depth) {
        if (node instanceof TextNode text) {
            run.add(text.getWholeText(), links > 0);
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
        NameWords names = NameWords.of(element);
        Box around = open.element();
        open.push(new Box(element, names, around, Chrome.is(element, names)));
        return FilterResult.CONTINUE;
    }

    @Override
    public FilterResult tail(Node node, int depth) {
        if (node instanceof Element element && !Concealed.is(element)) {
            if (element.nameIs("a")) {
                links--;
            }
            if (parts(element)) {
                endRun();
            }
            open.pop().close();
        }
        return FilterResult.CONTINUE;
    }

    private static boolean parts(Element element) {
        String name = element.normalName();
        return element.isBlock() || PARTING.contains(name) || name.indexOf('-') > 0;
    }

    private void endRun() {
        Box box = open.element();
        box.chars += run.chars;
        box.linkChars += run.linkChars;
        double prose = run.prose();
        box.all += prose;
        box.prose += prose;
        box.ownProse += prose;
        run = new Run();
    }
}
