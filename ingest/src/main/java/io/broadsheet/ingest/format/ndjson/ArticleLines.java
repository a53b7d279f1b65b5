package io.broadsheet.ingest.format.ndjson;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The values in a text: one a line, so that a bad line is one bad line; or one after another. */
public final class ArticleLines {

    /** One value, or why it is none. */
    public sealed interface Line {
        /** It was read. */
        record Read(JsonNode value) implements Line {}

        /** It was not. */
        record Broken(Rejection rejection, String text) implements Line {}
    }

    private ArticleLines() {}

    /** All values of a text that begins like JSON, in order. */
    public static List<Line> of(String text) {
        return isLines(text) ? lines(text) : values(text);
    }

    /**
     * What each line gives, as far as one document may give items.
     *
     * @param reader of one value
     */
    public static List<FeedItem> items(List<Line> lines, Function<JsonNode, FeedItem> reader) {
        List<FeedItem> items = new ArrayList<>();
        for (Line line : lines) {
            if (items.size() == Items.ITEMS_MAX) {
                items.add(Items.tooMany(lines.size()));
                return items;
            }
            items.add(item(line, reader));
        }
        return items;
    }

    /** What a line gives. */
    public static FeedItem item(Line line, Function<JsonNode, FeedItem> reader) {
        return switch (line) {
            case Line.Broken(Rejection why, String text) -> new FeedItem.Refused(why, text);
            case Line.Read(JsonNode value) -> reader.apply(value);
        };
    }

    private static boolean isLines(String text) {
        String first = text.strip().lines().findFirst().orElse("").strip();
        return first.startsWith("{") && first.endsWith("}") && line(first) instanceof Line.Read;
    }

    private static List<Line> lines(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .map(ArticleLines::line)
                .toList();
    }

    private static Line line(String text) {
        try {
            return checked(Json.value(text));
        } catch (JsonProcessingException e) {
            return new Line.Broken(Json.rejection(e), text);
        }
    }

    private static Line checked(JsonNode value) {
        return value.isObject()
                ? new Line.Read(value)
                : new Line.Broken(
                        new Rejection(FailureCode.PARSE_JSON, "not an object"), value.toString());
    }

    /** Objects over many lines, or a list of them. */
    private static List<Line> values(String text) {
        List<Line> lines = new ArrayList<>();
        try (JsonParser in = Json.parser(text)) {
            read(in, lines).ifPresent(why -> lines.add(new Line.Broken(why, "")));
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
        return lines;
    }

    private static Optional<Rejection> read(JsonParser in, List<Line> lines) throws IOException {
        try {
            for (JsonToken token = in.nextToken(); token != null; token = in.nextToken()) {
                if (token != JsonToken.START_ARRAY && token != JsonToken.END_ARRAY) {
                    JsonNode value = in.readValueAsTree();
                    lines.add(checked(value));
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(Json.rejection(e));
        }
    }
}
