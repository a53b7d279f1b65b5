package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Severity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads JSON Feed. */
public final class JsonFeedFormat {

    private JsonFeedFormat() {}

    /**
     * All items; empty if the text is no JSON Feed, whatever else it may be.
     *
     * @param base address of the document, to which what is relative in it is relative
     */
    public static Optional<Parsed> parse(String text, String base) {
        JsonFeedShape shape = JsonFeedParser.parse(text);
        return shape.isFeed() ? Optional.of(feed(shape, base)) : Optional.empty();
    }

    private static Parsed feed(JsonFeedShape shape, String base) {
        FeedHead head = JsonFeedHeadAdapter.head(shape.head(), base);
        FeedDefaults defaults = JsonFeedHeadAdapter.defaults(shape.head(), head);
        List<FeedItem> items = new ArrayList<>();
        for (JsonFeedShape.Item item : shape.items()) {
            if (items.size() == Items.ITEMS_MAX) {
                items.add(Items.tooMany(shape.items().size()));
                break;
            }
            items.add(item(item, shape, defaults, base));
        }
        shape.broken().ifPresent(b -> items.add(new FeedItem.Refused(b.rejection(), b.original())));
        return new Parsed.Feed(Optional.of(head), items);
    }

    private static FeedItem item(
            JsonFeedShape.Item item, JsonFeedShape shape, FeedDefaults defaults, String base) {
        return switch (item) {
            case JsonFeedShape.Item.Broken(Rejection why, String original) ->
                    new FeedItem.Refused(why, original);
            case JsonFeedShape.Item.Read(JsonNode value) when !value.isObject() ->
                    new FeedItem.Refused(
                            new Rejection(FailureCode.PARSE_JSON, "an item that is no object"),
                            value.toString());
            case JsonFeedShape.Item.Read(JsonNode value) -> {
                Draft draft = JsonFeedItemAdapter.adapt(value, defaults, base);
                shape.broken()
                        .ifPresent(why ->
                                draft.flag(
                                        "FEED_RECOVERED",
                                        Severity.WARNING,
                                        null,
                                        why.rejection().detail()));
                yield new FeedItem.Read(draft, value::toString);
            }
        };
    }
}
