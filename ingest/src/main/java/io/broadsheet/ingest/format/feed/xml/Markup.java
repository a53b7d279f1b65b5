package io.broadsheet.ingest.format.feed.xml;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/** Elements back to text, for markup that stands in place and for letters about items. */
final class Markup {

    private static final Set<String> VOID =
            Set.of(
                    "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta",
                    "source", "track", "wbr");

    /** A node still to be written, or the end tag of an element whose content has been. */
    private record Step(Object node, boolean end) {}

    private final StringBuilder out = new StringBuilder();
    private final Deque<Step> steps = new ArrayDeque<>();

    private Markup() {}

    static String inside(XmlElement element) {
        var markup = new Markup();
        markup.push(element);
        return markup.write();
    }

    static String of(XmlElement element) {
        var markup = new Markup();
        markup.steps.push(new Step(element, false));
        return markup.write();
    }

    private void push(XmlElement parent) {
        for (int i = parent.nodes().size() - 1; i >= 0; i--) {
            steps.push(new Step(parent.nodes().get(i), false));
        }
    }

    private String write() {
        while (!steps.isEmpty()) {
            Step step = steps.pop();
            if (step.node() instanceof XmlElement element) {
                write(element, step.end());
            } else {
                escape(step.node().toString(), false);
            }
        }
        return out.toString();
    }

    private void write(XmlElement element, boolean end) {
        String name = tagName(element);
        if (end) {
            out.append("</").append(name).append('>');
            return;
        }
        out.append('<').append(name);
        for (XmlElement.Attribute attribute : element.attributes()) {
            out.append(' ').append(attribute.name()).append("=\"");
            escape(attribute.value(), true);
            out.append('"');
        }
        if (element.nodes().isEmpty() && VOID.contains(name)) {
            out.append(" />");
            return;
        }
        out.append('>');
        steps.push(new Step(element, true));
        push(element);
    }

    /** HTML has no prefixes. */
    private static String tagName(XmlElement element) {
        String written = element.xmlName().written();
        return element.vocabulary() == Vocabulary.XHTML
                ? written.substring(written.indexOf(':') + 1)
                : written;
    }

    private void escape(String text, boolean quoted) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append(quoted ? "&quot;" : "\"");
                default -> out.append(c);
            }
        }
    }
}
