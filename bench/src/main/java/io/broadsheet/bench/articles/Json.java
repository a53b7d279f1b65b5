package io.broadsheet.bench.articles;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the collections expect, as JSON. */
final class Json {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Json() {}

    static JsonNode file(Path file) throws IOException {
        return MAPPER.readTree(file.toFile());
    }

    static JsonNode of(String text) throws IOException {
        return MAPPER.readTree(text);
    }

    /** One value a line. */
    static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> values = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                values.add(MAPPER.readTree(line));
            }
        }
        return values;
    }

    /** A text that is there and not blank. */
    static Optional<String> text(JsonNode object, String field) {
        return Optional.ofNullable(object.get(field))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText)
                .filter(text -> !text.isBlank());
    }
}
