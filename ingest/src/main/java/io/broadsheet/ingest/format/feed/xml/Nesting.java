package io.broadsheet.ingest.format.feed.xml;

import java.util.Set;

/** Where the elements of a feed may stand, as far as a missing end tag can confuse it. */
final class Nesting {

    private static final Set<String> FRAMES = Set.of("rss", "rdf", "channel", "feed");
    private static final Set<String> ITEMS = Set.of("item", "entry");

    /** What HTML has no element for, so that it can be no markup in a text. */
    private static final Set<String> FIELDS =
            Set.of(
                    "pubdate",
                    "guid",
                    "description",
                    "enclosure",
                    "lastbuilddate",
                    "ttl",
                    "managingeditor",
                    "webmaster",
                    "published",
                    "updated",
                    "issued",
                    "modified",
                    "generator",
                    "copyright",
                    "language",
                    "docs",
                    "textinput");

    /** What HTML has an element for too: a field only inside of what holds no markup. */
    private static final Set<String> AMBIGUOUS =
            Set.of(
                    "title",
                    "link",
                    "category",
                    "author",
                    "comments",
                    "source",
                    "summary",
                    "content",
                    "id",
                    "image");

    private static final Set<String> SHORT =
            Set.of(
                    "title",
                    "link",
                    "guid",
                    "pubdate",
                    "category",
                    "comments",
                    "ttl",
                    "id",
                    "language",
                    "published",
                    "updated");

    private Nesting() {}

    /** Whether an element cannot stand in that parent, so that an end tag must be missing. */
    static boolean isMisplaced(XmlName name, XmlElement parent) {
        if (isItem(name.vocabulary(), name.lower())) {
            return !isFrame(parent);
        }
        if (isFrame(parent) || isItem(parent.vocabulary(), parent.name()) || !isField(parent)) {
            return false;
        }
        return switch (name.vocabulary()) {
            case CORE, ATOM ->
                    FIELDS.contains(name.lower())
                            || (SHORT.contains(parent.name()) && AMBIGUOUS.contains(name.lower()));
            case XHTML, OTHER, RDF -> false;
            default -> true;
        };
    }

    /** Whether that ancestor is the next that may hold it. */
    static boolean holds(XmlElement ancestor, XmlName name) {
        return isItem(name.vocabulary(), name.lower())
                ? isFrame(ancestor)
                : isFrame(ancestor) || isItem(ancestor.vocabulary(), ancestor.name());
    }

    private static boolean isField(XmlElement element) {
        return switch (element.vocabulary()) {
            case CORE, ATOM -> SHORT.contains(element.name()) || FIELDS.contains(element.name());
            case DC, CONTENT -> true;
            default -> false;
        };
    }

    private static boolean isItem(Vocabulary vocabulary, String name) {
        return isFeed(vocabulary) && ITEMS.contains(name);
    }

    private static boolean isFrame(XmlElement element) {
        return (isFeed(element.vocabulary()) || element.vocabulary() == Vocabulary.RDF)
                && FRAMES.contains(element.name());
    }

    private static boolean isFeed(Vocabulary vocabulary) {
        return vocabulary == Vocabulary.CORE || vocabulary == Vocabulary.ATOM;
    }
}
