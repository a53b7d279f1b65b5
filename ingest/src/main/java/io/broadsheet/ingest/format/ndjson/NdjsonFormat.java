package io.broadsheet.ingest.format.ndjson;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads articles in JSON. */
public final class NdjsonFormat {

    /** One of these alone may stand in any JSON, a {@code title} above all; two are an article. */
    private static final Set<String> TELLING =
            Set.of("articleId", "title", "content", "summary", "link", "guid", "published");

    private NdjsonFormat() {}

    /** All articles in a text that begins like JSON. */
    public static Parsed parse(String text) {
        List<ArticleLines.Line> lines = ArticleLines.of(text);
        return switch (lines.isEmpty() ? empty() : lines.getFirst()) {
            case ArticleLines.Line.Broken(Rejection why, _) when lines.size() == 1 ->
                    new Parsed.Refused(why);
            case ArticleLines.Line.Read(JsonNode first) when !isArticle(first) ->
                    new Parsed.Refused(
                            new Rejection(
                                    FailureCode.FORMAT_UNSUPPORTED,
                                    "JSON that is neither a JSON Feed nor articles"));
            default -> new Parsed.Feed(Optional.empty(), items(lines));
        };
    }

    private static ArticleLines.Line empty() {
        return new ArticleLines.Line.Broken(
                new Rejection(FailureCode.FORMAT_UNSUPPORTED, "an empty list"), "");
    }

    private static boolean isArticle(JsonNode value) {
        return TELLING.stream().filter(value::has).count() > 1;
    }

    private static List<FeedItem> items(List<ArticleLines.Line> lines) {
        List<FeedItem> items = new ArrayList<>();
        for (ArticleLines.Line line : lines) {
            if (items.size() == Items.ITEMS_MAX) {
                items.add(Items.tooMany(lines.size()));
                return items;
            }
            items.add(item(line));
        }
        return items;
    }

    private static FeedItem item(ArticleLines.Line line) {
        return switch (line) {
            case ArticleLines.Line.Broken(Rejection why, String text) ->
                    new FeedItem.Refused(why, text);
            case ArticleLines.Line.Read(JsonNode value) -> ArticleAdapter.adapt(value);
        };
    }
}
