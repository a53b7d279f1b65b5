package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.runtime.failure.Rejection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads a JSON Feed item by item, so that what comes before a break is not lost. */
final class JsonFeedParser {

    private final String text;
    private final JsonParser in;
    private final ObjectNode head = JsonNodeFactory.instance.objectNode();
    private final List<JsonFeedShape.Item> items = new ArrayList<>();
    private boolean hasItems;
    private long itemAt;

    private JsonFeedParser(String text, JsonParser in) {
        this.text = text;
        this.in = in;
    }

    /** What the text begins with, and why it ends, if it is not whole. */
    static JsonFeedShape parse(String text) {
        try (JsonParser in = Json.parser(text)) {
            var parser = new JsonFeedParser(text, in);
            return parser.shape(parser.read());
        } catch (IOException e) {
            throw new UncheckedIOException("reading from memory", e);
        }
    }

    private JsonFeedShape shape(Optional<JsonFeedShape.Item.Broken> broken) {
        boolean named =
                Json.text(head, "version").filter(v -> v.contains("jsonfeed.org")).isPresent();
        return new JsonFeedShape(head, items, named || hasItems, broken);
    }

    private Optional<JsonFeedShape.Item.Broken> read() throws IOException {
        try {
            if (in.nextToken() == JsonToken.START_OBJECT) {
                while (in.nextToken() == JsonToken.FIELD_NAME) {
                    member(in.currentName());
                }
            }
            return Optional.empty();
        } catch (JsonProcessingException e) {
            return Optional.of(new JsonFeedShape.Item.Broken(Json.rejection(e), from(itemAt)));
        }
    }

    private void member(String name) throws IOException {
        JsonToken start = in.nextToken();
        if (name.equals("items") && start == JsonToken.START_ARRAY) {
            hasItems = true;
            items();
        } else {
            head.set(name, tree());
        }
    }

    private void items() throws IOException {
        int depth = in.getParsingContext().getNestingDepth();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            itemAt = in.currentTokenLocation().getCharOffset();
            try {
                items.add(new JsonFeedShape.Item.Read(tree()));
            } catch (MismatchedInputException e) {
                Rejection why = Json.rejection(e);
                skipTo(depth);
                items.add(new JsonFeedShape.Item.Broken(why, from(itemAt)));
            }
        }
    }

    /** What was read from there on; to the end, if reading cannot go on. */
    private String from(long offset) {
        long end = in.currentToken() == null ? text.length() : in.currentLocation().getCharOffset();
        int from = (int) Math.max(0, Math.min(offset, text.length()));
        return text.substring(from, (int) Math.max(from, Math.min(end, text.length())));
    }

    private JsonNode tree() throws IOException {
        return in.readValueAsTree();
    }

    /** To the end of the value that could not be taken. */
    private void skipTo(int depth) throws IOException {
        while (in.getParsingContext().getNestingDepth() > depth && in.nextToken() != null) {
            // Nothing of it is of use.
        }
    }
}
