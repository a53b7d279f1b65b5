package io.broadsheet.ingest.format.htmlpage.ld;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/** One value, built so that all that was read is in it whenever reading stops. */
final class LdTree {

    private final Deque<JsonNode> open = new ArrayDeque<>();
    private Optional<JsonNode> root = Optional.empty();
    private String name = "";

    /** As far as it was read. */
    Optional<JsonNode> root() {
        return root;
    }

    /** Whether its end was read. */
    boolean isWhole() {
        return root.isPresent() && open.isEmpty();
    }

    void take(JsonToken token, JsonParser in) throws IOException {
        switch (token) {
            case START_OBJECT -> open(JsonNodeFactory.instance.objectNode());
            case START_ARRAY -> open(JsonNodeFactory.instance.arrayNode());
            case END_OBJECT, END_ARRAY -> open.pop();
            case FIELD_NAME -> name = in.currentName();
            case VALUE_NULL -> {
                // Says nothing.
            }
            default -> add(JsonNodeFactory.instance.textNode(in.getText()));
        }
    }

    private void open(JsonNode container) {
        add(container);
        open.push(container);
    }

    /** Of a name that stands twice the first value counts. */
    private void add(JsonNode value) {
        switch (open.peek()) {
            case ObjectNode object -> object.putIfAbsent(name, value);
            case ArrayNode array -> array.add(value);
            case null, default -> root = Optional.of(value);
        }
    }
}
