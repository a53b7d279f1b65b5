package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

import java.util.List;

/**
 * An Atom document.
 *
 * @param feed the feed; the entry itself where the document is one
 * @param entries and what is said of deleted ones, in the order of the document
 */
record AtomShape(XmlElement feed, List<XmlElement> entries) {

    static AtomShape of(XmlElement root) {
        return isOwn(root, "entry")
                ? new AtomShape(root, List.of(root))
                : new AtomShape(
                        root,
                        DeletedEntries.settled(
                                root.elements().stream()
                                        .filter(e -> isOwn(e, "entry") || DeletedEntries.isOne(e))
                                        .toList()));
    }

    /** In Atom's namespace, or in none where somebody forgot it. */
    static boolean isOwn(XmlElement element) {
        return element.vocabulary() == Vocabulary.ATOM || element.vocabulary() == Vocabulary.CORE;
    }

    static boolean isOwn(XmlElement element, String name) {
        return isOwn(element) && element.name().equals(name);
    }
}
