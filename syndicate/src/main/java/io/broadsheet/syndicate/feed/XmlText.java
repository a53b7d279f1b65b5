package io.broadsheet.syndicate.feed;

import java.io.StringWriter;
import java.util.Map;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** An XML document that is written from its beginning to its end. */
final class XmlText {

    private final StringWriter text = new StringWriter();
    private final XMLStreamWriter out;

    private XmlText() throws XMLStreamException {
        out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
    }

    /** What is in an element, or a document. */
    interface Inside {
        void write(XmlText xml) throws XMLStreamException;
    }

    /** A document. */
    static String of(Inside inside) {
        try {
            var xml = new XmlText();
            xml.out.writeStartDocument("utf-8", "1.0");
            inside.write(xml);
            xml.out.writeEndDocument();
            xml.out.flush();
            return xml.text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    /** An element with others in it. */
    void element(String name, Map<String, String> attributes, Inside inside)
            throws XMLStreamException {
        out.writeStartElement(name);
        attributes(attributes);
        inside.write(this);
        out.writeEndElement();
    }

    /** An element with text in it. */
    void text(String name, Map<String, String> attributes, String content)
            throws XMLStreamException {
        element(name, attributes, xml -> xml.out.writeCharacters(wellFormed(content)));
    }

    /** An element with text in it. */
    void text(String name, String content) throws XMLStreamException {
        text(name, Map.of(), content);
    }

    /** An element with nothing in it. */
    void empty(String name, Map<String, String> attributes) throws XMLStreamException {
        out.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), wellFormed(attribute.getValue()));
        }
    }

    /** With the characters replaced that XML 1.0 cannot hold (section 2.2). */
    private static String wellFormed(String text) {
        var clean = new StringBuilder(text.length());
        text.codePoints().map(it -> isAllowed(it) ? it : 0xFFFD).forEach(clean::appendCodePoint);
        return clean.toString();
    }

    private static boolean isAllowed(int point) {
        boolean blank = point == '\t' || point == '\n' || point == '\r';
        boolean plain = point >= 0x20 && point <= 0xD7FF;
        return blank || plain || (point >= 0xE000 && point <= 0xFFFD) || point >= 0x10000;
    }
}
