package io.broadsheet.ingest.poll.list;

import io.broadsheet.v1.IdentityBasis;

import java.io.StringWriter;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Writes a list of feeds as OPML 2.0 that any reader of feeds can import, labels as nested folders.
 * What {@link Opml} reads of it is what was written; what OPML has no words for is in attributes of
 * a namespace of our own, as its specification wants it.
 */
public final class OpmlDocument {

    /** Attributes that only we write. */
    static final String NAMESPACE = "urn:broadsheet:feeds";

    private static final String PREFIX = "broadsheet";
    private static final int REPLACEMENT = 0xFFFD;

    private final XMLStreamWriter out;
    private int depth;

    private OpmlDocument(XMLStreamWriter out) {
        this.out = out;
    }

    /** Feeds and folders within a folder, in the order in which they are written. */
    private record Folder(List<ListedFeed> feeds, Map<String, Folder> folders) {

        static Folder empty() {
            return new Folder(new ArrayList<>(), new TreeMap<>());
        }

        void put(ListedFeed feed) {
            Folder at = this;
            for (String label : feed.labels()) {
                at = at.folders.computeIfAbsent(label, _ -> empty());
            }
            at.feeds.add(feed);
        }
    }

    /**
     * The whole document.
     *
     * @param feeds in the order in which they stand in their folders
     * @param createdAt what the document says of itself
     */
    public static String write(List<ListedFeed> feeds, Instant createdAt) {
        Folder root = Folder.empty();
        feeds.forEach(root::put);
        var text = new StringWriter();
        try {
            var out = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            new OpmlDocument(out).document(root, createdAt);
            out.close();
            return text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("writing to memory", e);
        }
    }

    private void document(Folder root, Instant createdAt) throws XMLStreamException {
        out.writeStartDocument("utf-8", "1.0");
        begin("opml", Map.of("version", "2.0"));
        out.writeNamespace(PREFIX, NAMESPACE);
        begin("head", Map.of());
        text("title", "Feeds of Broadsheet");
        text(
                "dateCreated",
                DateTimeFormatter.RFC_1123_DATE_TIME.format(createdAt.atOffset(ZoneOffset.UTC)));
        end();
        begin("body", Map.of());
        inside(root);
        end();
        end();
        out.writeEndDocument();
        out.writeCharacters("\n");
    }

    private void inside(Folder folder) throws XMLStreamException {
        for (Map.Entry<String, Folder> inner : folder.folders().entrySet()) {
            begin("outline", Map.of("text", inner.getKey()));
            inside(inner.getValue());
            end();
        }
        for (ListedFeed feed : folder.feeds()) {
            line();
            out.writeEmptyElement("outline");
            attributes(attributes(feed));
            ours(feed.ours());
        }
    }

    private static Map<String, String> attributes(ListedFeed feed) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("type", "rss"); // of Atom too: the specification knows no other
        attributes.put("text", feed.title().orElse(feed.url()));
        feed.title().ifPresent(title -> attributes.put("title", title));
        attributes.put("xmlUrl", feed.url());
        return attributes;
    }

    private void ours(ListedFeed.Ours ours) throws XMLStreamException {
        if (ours.sourceId().isPresent()) {
            ours("sourceId", ours.sourceId().get().value());
        }
        if (ours.paused()) {
            ours("paused", "true");
        }
        if (ours.identity() != IdentityBasis.UNKNOWN) {
            ours("identity", ours.identity().name());
        }
    }

    private void ours(String name, String value) throws XMLStreamException {
        out.writeAttribute(PREFIX, NAMESPACE, name, value);
    }

    private void begin(String name, Map<String, String> attributes) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        attributes(attributes);
        depth++;
    }

    private void end() throws XMLStreamException {
        depth--;
        line();
        out.writeEndElement();
    }

    private void text(String name, String text) throws XMLStreamException {
        line();
        out.writeStartElement(name);
        out.writeCharacters(text);
        out.writeEndElement();
    }

    private void attributes(Map<String, String> attributes) throws XMLStreamException {
        for (Map.Entry<String, String> attribute : attributes.entrySet()) {
            out.writeAttribute(attribute.getKey(), plain(attribute.getValue()));
        }
    }

    private void line() throws XMLStreamException {
        out.writeCharacters("\n" + "  ".repeat(depth));
    }

    /** On one line, as an attribute is read, and without what XML 1.0 cannot hold (section 2.2). */
    private static String plain(String text) {
        var plain = new StringBuilder(text.length());
        text.codePoints()
                .map(it -> it == '\t' || it == '\n' || it == '\r' ? ' ' : it)
                .map(it -> isAllowed(it) ? it : REPLACEMENT)
                .forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static boolean isAllowed(int point) {
        boolean belowSurrogates = point >= 0x20 && point <= 0xD7FF;
        boolean aboveThem = point >= 0xE000 && point <= 0xFFFD;
        return belowSurrogates || aboveThem || point >= 0x10000;
    }
}
