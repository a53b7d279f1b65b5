package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.format.feed.field.FeedWords;
import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Parsed;

import java.util.Optional;
import java.util.Set;

/** Reads Atom. */
public final class AtomFormat {

    private static final Set<String> ROOTS = Set.of("feed", "entry");

    private AtomFormat() {}

    /** Whether a root of that local name, in lower case, is Atom. */
    public static boolean fits(String root) {
        return ROOTS.contains(root);
    }

    /** All entries of a document. */
    public static Parsed parse(XmlReading.Tree tree) {
        AtomShape shape = AtomShape.of(tree.root());
        FeedWords.Said feed = AtomFeedAdapter.adapt(shape.feed());
        return new Parsed.Feed(
                Optional.of(feed.head()),
                Items.of(
                        tree,
                        shape.entries(),
                        entry ->
                                DeletedEntries.isOne(entry)
                                        ? DeletedEntries.adapt(entry)
                                        : AtomEntryAdapter.adapt(entry, feed.defaults())));
    }
}
