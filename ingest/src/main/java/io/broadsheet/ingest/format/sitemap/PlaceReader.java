package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.xml.XmlStream;

import java.util.Locale;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads the entries of a sitemap or of an index one after another, since fifty thousand of them are
 * allowed. Names count, not namespaces, which are wrong in many.
 */
final class PlaceReader {

    /** Where {@code loc} and {@code lastmod} stand: in an entry in the root. */
    private static final int FIELD_DEPTH = 3;

    private final PlaceList places;
    private final StringBuilder text = new StringBuilder();
    private String loc = "";
    private String lastmod = "";
    private int depth;

    private PlaceReader(PlaceList places) {
        this.places = places;
    }

    /**
     * Adds what can be read to the list.
     *
     * @param root where the root begins
     * @throws XMLStreamException where it is not well-formed; what comes before is in the list
     */
    static void read(String document, int root, PlaceList places) throws XMLStreamException {
        XMLStreamReader in = XmlStream.open(document, root);
        try {
            new PlaceReader(places).read(in);
        } finally {
            in.close();
        }
    }

    private void read(XMLStreamReader in) throws XMLStreamException {
        while (in.hasNext()) {
            switch (in.next()) {
                case XMLStreamConstants.START_ELEMENT -> {
                    depth++;
                    text.setLength(0);
                }
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA -> {
                    if (depth == FIELD_DEPTH) {
                        text.append(in.getText());
                    }
                }
                case XMLStreamConstants.END_ELEMENT -> {
                    end(in.getLocalName());
                    depth--;
                }
                default -> {
                    // Comments, instructions, the DOCTYPE.
                }
            }
        }
    }

    private void end(String name) {
        if (depth == FIELD_DEPTH) {
            switch (name.toLowerCase(Locale.ROOT)) {
                case "loc" -> loc = loc.isEmpty() ? text.toString().strip() : loc;
                case "lastmod" -> lastmod = text.toString().strip();
                default -> {
                    // How often, how important: wishes that nobody keeps.
                }
            }
        } else if (depth == FIELD_DEPTH - 1 && !loc.isEmpty()) {
            places.add(loc, lastmod);
            loc = "";
            lastmod = "";
        }
    }
}
