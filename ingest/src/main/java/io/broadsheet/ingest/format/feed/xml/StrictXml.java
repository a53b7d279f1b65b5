package io.broadsheet.ingest.format.feed.xml;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** Well-formed XML. No DTD is ever read and no entity is looked up. */
final class StrictXml {

    private final XMLStreamReader in;
    private final XmlName.Names names = new XmlName.Names();
    private final Deque<XmlElement> open = new ArrayDeque<>();
    private final Growth growth = new Growth(Growth.DEPTH_MAX);
    private final Scope document;
    private final boolean mayHaveControls;

    private StrictXml(XMLStreamReader in, String base, boolean mayHaveControls) {
        this.in = in;
        this.mayHaveControls = mayHaveControls;
        this.document = Scope.ofDocument(base);
    }

    /**
     * @param root where the tag of the root begins
     * @throws XMLStreamException if it is not well-formed or over a limit
     */
    static XmlElement read(String text, int root, String base) throws XMLStreamException {
        return read(XmlStream.open(text, root), base, text.contains("&#"));
    }

    /**
     * The same of bytes in UTF-8.
     *
     * @throws XMLStreamException also if they are not UTF-8
     */
    static XmlElement readUtf8(byte[] bytes, int root, String base) throws XMLStreamException {
        return read(XmlStream.openUtf8(bytes, root), base, NumericReferences.areIn(bytes));
    }

    private static XmlElement read(XMLStreamReader in, String base, boolean mayHaveControls)
            throws XMLStreamException {
        try {
            return new StrictXml(in, base, mayHaveControls).read();
        } finally {
            in.close();
        }
    }

    private XmlElement read() throws XMLStreamException {
        @Nullable XmlElement root = null;
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> open();
                case XMLStreamConstants.END_ELEMENT -> root = open.pop();
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> text();
                default -> {
                    // Comments, instructions, the DOCTYPE: nothing that a feed says.
                }
            }
        }
        if (root == null) {
            throw new XMLStreamException("no element");
        }
        return root;
    }

    private void open() throws XMLStreamException {
        growth.grow(open.size() + 1, in.getAttributeCount());
        String namespace = text(in.getNamespaceURI());
        XmlElement parent = open.peek();
        if (parent == null) {
            names.root(namespace);
        }
        XmlElement element =
                XmlElement.inside(
                        parent == null ? document : parent.scope(),
                        names.of(namespace, text(in.getPrefix()), in.getLocalName()),
                        attributes());
        if (parent != null) {
            parent.add(element);
        }
        open.push(element);
    }

    private List<XmlElement.Attribute> attributes() {
        int count = in.getAttributeCount();
        if (count == 0) {
            return List.of();
        }
        List<XmlElement.Attribute> attributes = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            String prefix = text(in.getAttributePrefix(i));
            String local = in.getAttributeLocalName(i);
            attributes.add(
                    new XmlElement.Attribute(
                            prefix.isEmpty() ? local : prefix + ":" + local,
                            in.getAttributeValue(i)));
        }
        return attributes;
    }

    /** What is blank around a text is a node of its own, since most who ask want it without. */
    private void text() {
        XmlElement parent = open.peek();
        if (parent == null) {
            return;
        }
        char[] chars = in.getTextCharacters();
        int from = in.getTextStart();
        int to = from + in.getTextLength();
        int start = from;
        while (start < to && chars[start] <= ' ') {
            start++;
        }
        int end = to;
        while (end > start && chars[end - 1] <= ' ') {
            end--;
        }
        parent.add(new String(chars, from, start - from));
        if (start < end) {
            String text = new String(chars, start, end - start);
            parent.add(mayHaveControls ? WesternControls.mended(text) : text);
            parent.add(new String(chars, end, to - end));
        }
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
