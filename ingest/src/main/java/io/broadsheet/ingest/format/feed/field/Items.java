package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The items of a feed, one by one: what is too many, cut off or recovered is told. */
public final class Items {

    /** More than any feed has that somebody polls. */
    public static final int ITEMS_MAX = 5_000;

    private Items() {}

    /**
     * Makes an item of each element.
     *
     * @param tree that they are from
     */
    public static List<FeedItem> of(
            XmlReading.Tree tree, List<XmlElement> elements, Function<XmlElement, Draft> adapter) {
        List<FeedItem> items = new ArrayList<>();
        int whole = tree.cutOff() ? elements.size() - 1 : elements.size();
        for (XmlElement element : elements.subList(0, Math.min(Math.max(whole, 0), ITEMS_MAX))) {
            Draft draft = adapter.apply(element);
            if (tree.isRecovered()) {
                draft.flag("FEED_RECOVERED", Severity.WARNING, null, tree.problem());
            }
            items.add(new FeedItem.Read(draft, element::outerMarkup));
        }
        if (elements.size() > ITEMS_MAX) {
            items.add(tooMany(elements.size()));
        } else if (tree.cutOff() && !elements.isEmpty()) {
            items.add(cutOff(elements.getLast()));
        } else if (tree.isRecovered() && elements.isEmpty()) {
            items.add(
                    new FeedItem.Refused(
                            new Rejection(FailureCode.PARSE_XML, tree.problem()),
                            tree.root().outerMarkup()));
        }
        return items;
    }

    /** One letter about all that is left out. */
    public static FeedItem tooMany(int count) {
        String detail = "%d items, limit %d".formatted(count, ITEMS_MAX);
        return new FeedItem.Refused(new Rejection(FailureCode.FEED_LIMIT, detail), detail);
    }

    private static FeedItem cutOff(XmlElement element) {
        return new FeedItem.Refused(
                new Rejection(FailureCode.PARSE_XML, "the document ends in the middle of it"),
                element.outerMarkup());
    }
}
