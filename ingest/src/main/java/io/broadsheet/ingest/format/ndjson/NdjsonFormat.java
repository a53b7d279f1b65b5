package io.broadsheet.ingest.format.ndjson;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Reads articles in JSON. */
public final class NdjsonFormat {

    /** One of these alone may stand in any JSON, a {@code title} above all; two are an article. */
    private static final Set<String> TELLING =
            Set.of(
                    "articleId",
                    "title",
                    "content",
                    "summary",
                    "link",
                    "guid",
                    "published",
                    "pubStatus");

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
            default ->
                    new Parsed.Feed(
                            Optional.empty(), ArticleLines.items(lines, ArticleAdapter::adapt));
        };
    }

    private static ArticleLines.Line empty() {
        return new ArticleLines.Line.Broken(
                new Rejection(FailureCode.FORMAT_UNSUPPORTED, "an empty list"), "");
    }

    private static boolean isArticle(JsonNode value) {
        return TELLING.stream().filter(value::has).count() > 1;
    }
}
