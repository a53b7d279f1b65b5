package io.broadsheet.ingest.format.ninjs;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.ndjson.ArticleLines;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads ninjs: one item, a list of them, or one a line. */
public final class NinjsFormat {

    /** An item has a {@code uri}, which alone says little, and one of these. */
    private static final Set<String> TELLING =
            Set.of(
                    "headline",
                    "headlines",
                    "versioncreated",
                    "pubstatus",
                    "bodies",
                    "body_text",
                    "body_html",
                    "body_xhtml",
                    "renditions");

    private NinjsFormat() {}

    /** All items; empty if the first value of the text is no item of ninjs. */
    public static Optional<Parsed> parse(String text) {
        if (text.indexOf("\"uri\"") < 0) {
            return Optional.empty();
        }
        List<ArticleLines.Line> lines = ArticleLines.of(text);
        boolean fits =
                !lines.isEmpty()
                        && lines.getFirst() instanceof ArticleLines.Line.Read(JsonNode first)
                        && isItem(NinjsItem.of(first));
        return fits ? Optional.of(parsed(lines)) : Optional.empty();
    }

    private static boolean isItem(NinjsItem item) {
        return item.text("uri").isPresent() && TELLING.stream().anyMatch(item::has);
    }

    /** A document that is one item is the article. */
    private static Parsed parsed(List<ArticleLines.Line> lines) {
        return lines.size() == 1
                        && ArticleLines.item(lines.getFirst(), NinjsFormat::item)
                                instanceof FeedItem.Read(var draft, _)
                ? new Parsed.Item(draft)
                : new Parsed.Feed(Optional.empty(), ArticleLines.items(lines, NinjsFormat::item));
    }

    private static FeedItem item(JsonNode value) {
        return new FeedItem.Read(NinjsAdapter.adapt(NinjsItem.of(value)), value::toString);
    }
}
