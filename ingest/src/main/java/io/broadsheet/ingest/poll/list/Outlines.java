package io.broadsheet.ingest.poll.list;

import io.broadsheet.ingest.format.feed.xml.Prolog;
import io.broadsheet.ingest.format.feed.xml.XmlStream;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeVisitor;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.Location;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Goes through the outlines of a list, strictly as long as it is XML. No DTD is read and no entity
 * looked up. Neither way recurses, however deep the outlines are.
 */
final class Outlines {

    private static final String OUTLINE = "outline";

    private Outlines() {}

    /** Told of each outline as it begins and ends. */
    interface Listener {

        /**
         * It begins.
         *
         * @param attributes values by lower-case name
         */
        void begin(Map<String, String> attributes);

        /** The latest that has not ended ends. */
        void end();
    }

    /**
     * As XML.
     *
     * @return whether it is a list at all
     * @throws XMLStreamException where it is not well-formed, or over a limit
     */
    static boolean strictly(String text, Listener listener) throws XMLStreamException {
        Optional<Prolog> prolog = Prolog.of(text);
        if (prolog.isEmpty()) {
            return false;
        }
        XMLStreamReader in = XmlStream.open(text, prolog.get().root());
        try {
            return read(in, listener);
        } finally {
            in.close();
        }
    }

    private static boolean read(XMLStreamReader in, Listener listener) throws XMLStreamException {
        boolean list = false;
        while (in.hasNext()) {
            int event = in.next();
            boolean element =
                    event == XMLStreamConstants.START_ELEMENT
                            || event == XMLStreamConstants.END_ELEMENT;
            String name = element ? in.getLocalName() : "";
            list |= isList(name);
            if (name.equalsIgnoreCase(OUTLINE)) {
                if (event == XMLStreamConstants.START_ELEMENT) {
                    listener.begin(attributes(in));
                } else {
                    listener.end();
                }
            }
        }
        return list;
    }

    private static boolean isList(String name) {
        return name.equalsIgnoreCase("opml") || name.equalsIgnoreCase(OUTLINE);
    }

    private static Map<String, String> attributes(XMLStreamReader in) {
        Map<String, String> attributes = new HashMap<>();
        for (int i = 0; i < in.getAttributeCount(); i++) {
            attributes.putIfAbsent(
                    in.getAttributeLocalName(i).toLowerCase(Locale.ROOT), in.getAttributeValue(i));
        }
        return attributes;
    }

    /** "line:column: what", of the whole text. */
    static String problem(String text, XMLStreamException e) {
        Location at = e.getLocation();
        int before = Prolog.of(text).map(Prolog::root).orElse(0);
        long lines = text.substring(0, before).chars().filter(c -> c == '\n').count();
        String what =
                Optional.ofNullable(e.getMessage())
                        .flatMap(message -> message.lines().findFirst())
                        .orElse("not well-formed");
        return at == null
                ? what
                : "line %d, column %d: %s"
                        .formatted(at.getLineNumber() + lines, at.getColumnNumber(), what);
    }

    /**
     * As far as it can be read: bare ampersands, missing ends, what was cut off.
     *
     * @return whether it is a list at all
     */
    static boolean leniently(String text, Listener listener) {
        Document document = Jsoup.parse(text, "", Parser.xmlParser());
        var walk = new Walk(listener);
        document.traverse(walk);
        return walk.list;
    }

    /** Passes outlines on. */
    private static final class Walk implements NodeVisitor {

        private final Listener listener;
        private boolean list;

        Walk(Listener listener) {
            this.listener = listener;
        }

        @Override
        public void head(Node node, int depth) {
            list |= node instanceof Element element && isList(element.tagName());
            if (isOutline(node)) {
                Map<String, String> attributes = new HashMap<>();
                for (Attribute attribute : node.attributes()) {
                    attributes.putIfAbsent(
                            localName(attribute.getKey()).toLowerCase(Locale.ROOT),
                            attribute.getValue());
                }
                listener.begin(attributes);
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (isOutline(node)) {
                listener.end();
            }
        }

        private static String localName(String name) {
            return name.substring(name.indexOf(':') + 1);
        }

        private static boolean isOutline(Node node) {
            return node instanceof Element element && element.tagName().equalsIgnoreCase(OUTLINE);
        }
    }
}
