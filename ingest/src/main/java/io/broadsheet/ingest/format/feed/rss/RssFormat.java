package io.broadsheet.ingest.format.feed.rss;

import io.broadsheet.ingest.format.feed.field.FeedWords;
import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.Optional;
import java.util.Set;

/** Reads RSS. */
public final class RssFormat {

    private static final Set<String> ROOTS = Set.of("rss", "rdf", "channel");

    private RssFormat() {}

    /** Whether a root of that local name, in lower case, is RSS. */
    public static boolean fits(String root) {
        return ROOTS.contains(root);
    }

    /** RDF is about anything, and a channel without items may be of television. */
    private static boolean isFeed(XmlElement root) {
        return root.name().equals("rss")
                || (root.name().equals("rdf")
                        && root.elements().stream()
                                .anyMatch(inside -> inside.vocabulary() == Vocabulary.CORE));
    }

    /** All items of a document. */
    public static Parsed parse(XmlReading.Tree tree) {
        RssShape shape = RssShape.of(tree.root());
        if (shape.items().isEmpty() && !isFeed(tree.root())) {
            return new Parsed.Refused(
                    new Rejection(
                            FailureCode.FORMAT_UNSUPPORTED, "XML that is neither page nor feed"));
        }
        FeedWords.Said channel = RssChannelAdapter.adapt(shape.channel());
        return new Parsed.Feed(
                Optional.of(channel.head()),
                Items.of(
                        tree,
                        shape.items(),
                        item -> RssItemAdapter.adapt(item, channel.defaults(), shape.rdf())));
    }
}
