package io.broadsheet.ingest.format.feed.rss;

import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

import java.util.ArrayList;
import java.util.List;

/**
 * An RSS document: in RDF the items stand beside the channel, later in it, and in some feeds
 * anywhere.
 *
 * @param channel the channel; the root itself where there is none
 * @param items in the order of the document
 * @param rdf whether it is RSS in RDF
 */
record RssShape(XmlElement channel, List<XmlElement> items, boolean rdf) {

    static RssShape of(XmlElement root) {
        List<XmlElement> items = new ArrayList<>();
        XmlElement channel = root;
        if (!root.name().equals("channel")) {
            channel = root.child(Vocabulary.CORE, "channel").orElse(root);
        }
        collect(root, items);
        return new RssShape(channel, List.copyOf(items), root.name().equals("rdf"));
    }

    /** RSS 1.1 wraps them in {@code items}. */
    private static void collect(XmlElement parent, List<XmlElement> items) {
        for (XmlElement element : parent.elements()) {
            if (element.is(Vocabulary.CORE, "item")) {
                items.add(element);
            } else if (element.is(Vocabulary.CORE, "channel")
                    || element.is(Vocabulary.CORE, "items")) {
                collect(element, items);
            }
        }
    }
}
