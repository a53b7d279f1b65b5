package io.broadsheet.bench.articles;

import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

import java.util.Set;

/** The text of markup, as the scorers compare it: blocks and cells are parted, nothing is cut. */
final class Visible implements NodeVisitor {

    private static final Set<String> PARTING = Set.of("br", "td", "th", "img");

    private final StringBuilder text = new StringBuilder();

    private Visible() {}

    static String textOf(Element element) {
        var visible = new Visible();
        element.traverse(visible);
        return visible.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode run) {
            text.append(run.getWholeText());
        } else if (node instanceof Element element) {
            part(element);
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            part(element);
        }
    }

    private void part(Element element) {
        if (element.isBlock() || PARTING.contains(element.normalName())) {
            text.append('\n');
        }
    }
}
