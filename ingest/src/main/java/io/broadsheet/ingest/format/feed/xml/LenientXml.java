package io.broadsheet.ingest.format.feed.xml;

import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.ParseSettings;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;
import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * What is nearly XML. Entities are HTML's, a bare ampersand is one, end tags may be missing or
 * wrong, prefixes undeclared. A field that is nested in another, because that was never closed,
 * goes where it belongs.
 */
final class LenientXml {

    private static final List<String> ODD =
            List.of(
                    "<Rss",
                    "<RSS",
                    "<Channel",
                    "<CHANNEL",
                    "<Item",
                    "<ITEM",
                    "<Entry",
                    "<ENTRY",
                    "<Title",
                    "<TITLE",
                    "<Link",
                    "<LINK",
                    "<Description",
                    "<DESCRIPTION",
                    "</Item",
                    "</ITEM",
                    "</Title",
                    "</TITLE",
                    "</Link",
                    "</LINK",
                    "</Description",
                    "<PubDate",
                    "<Guid",
                    "<GUID",
                    "<pubdate");

    private final XmlName.Names names = new XmlName.Names();
    private final Growth growth = new Growth(Growth.LENIENT_DEPTH_MAX);
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final Scope document;
    private Optional<XmlElement> root = Optional.empty();
    private Optional<XmlLimitException> overLimit = Optional.empty();

    private LenientXml(String base) {
        this.document = Scope.ofDocument(base);
    }

    /**
     * The first element and all that follows; empty if there is none.
     *
     * @throws XmlLimitException if it is over a limit
     */
    static Optional<XmlElement> read(String text, String base) throws XmlLimitException {
        var reader = new LenientXml(base);
        Document soup =
                Parser.xmlParser()
                        .settings(new ParseSettings(!isOddlyWritten(text), true))
                        .setMaxDepth(Growth.LENIENT_DEPTH_MAX)
                        .parseInput(text, "");
        soup.traverse(reader.new Growing());
        if (reader.overLimit.isPresent()) {
            throw reader.overLimit.get();
        }
        return reader.root;
    }

    /** Whether start and end tags may differ in case; else case is kept, as in strict reading. */
    private static boolean isOddlyWritten(String text) {
        return ODD.stream().anyMatch(text::contains);
    }

    /** Copies node by node; it does not recurse, however deep the soup is. */
    private final class Growing implements NodeVisitor {

        @Override
        public void head(Node node, int depth) {
            switch (node) {
                case Document _ -> {}
                case Element element -> open(element);
                case TextNode text -> {
                    if (!open.isEmpty()) {
                        open.element().add(text.getWholeText());
                    }
                }
                default -> {
                    // Comments, declarations, instructions.
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (node instanceof Element && !(node instanceof Document)) {
                open.pop();
            }
        }
    }

    private void open(Element element) {
        XmlName name = name(element);
        XmlElement parent = parentOf(name);
        XmlElement copy =
                XmlElement.inside(
                        parent == null ? document : parent.scope(), name, attributes(element));
        if (isWithinLimits(element)) {
            attach(parent, copy);
        }
        open.push(copy);
    }

    private boolean isWithinLimits(Element element) {
        try {
            growth.grow(
                    Math.min(open.size() + 1, Growth.LENIENT_DEPTH_MAX), element.attributesSize());
            return overLimit.isEmpty();
        } catch (XmlLimitException e) {
            overLimit = Optional.of(e);
            return false;
        }
    }

    /** What follows the end of the root belongs to it: somebody closed it too early. */
    private void attach(@Nullable XmlElement parent, XmlElement copy) {
        if (parent != null) {
            parent.add(copy);
        } else if (root.isEmpty()) {
            root = Optional.of(copy);
        } else {
            root.get().add(copy);
        }
    }

    private @Nullable XmlElement parentOf(XmlName name) {
        XmlElement parent = open.peek();
        if (parent == null || !Nesting.isMisplaced(name, parent)) {
            return parent;
        }
        for (XmlElement ancestor : open) {
            if (Nesting.holds(ancestor, name)) {
                return ancestor;
            }
        }
        return parent;
    }

    private XmlName name(Element element) {
        String namespace = element.tag().namespace();
        String plain = namespace.equals(Parser.NamespaceXml) ? "" : namespace;
        if (open.isEmpty() && root.isEmpty()) {
            names.root(plain);
        }
        return names.of(plain, element.tag().prefix(), element.tag().localName());
    }

    private static List<XmlElement.Attribute> attributes(Element element) {
        List<XmlElement.Attribute> attributes = new ArrayList<>();
        for (Attribute attribute : element.attributes()) {
            if (!attribute.getKey().startsWith("xmlns")) {
                attributes.add(new XmlElement.Attribute(attribute.getKey(), attribute.getValue()));
            }
        }
        return attributes;
    }
}
