package io.broadsheet.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What is known of one post: a line of {@code expected.jsonl}.
 *
 * @param file relative to the directory
 * @param fields all that the line says
 */
record Expected(String file, JsonNode fields) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** All lines of {@code expected.jsonl} in a directory. */
    static List<Expected> in(Path directory) throws IOException {
        List<Expected> all = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("expected.jsonl"))) {
            if (!line.isBlank()) {
                JsonNode fields = JSON.readTree(line);
                all.add(new Expected(fields.path("file").asText(), fields));
            }
        }
        return all;
    }

    /** The front matter as a YAML loader gives it, where only that is known. */
    Optional<JsonNode> frontMatter() {
        return Optional.ofNullable(fields.get("front_matter"));
    }

    /** A field as text; empty if it is not there or null. */
    static Optional<String> text(JsonNode of, String field) {
        return Optional.ofNullable(of.get(field)).filter(n -> !n.isNull()).map(JsonNode::asText);
    }

    /** A field as a list of texts; empty if it is not there or null. */
    static Optional<List<String>> texts(JsonNode of, String field) {
        return Optional.ofNullable(of.get(field))
                .filter(JsonNode::isArray)
                .map(array -> array.valueStream().map(JsonNode::asText).toList());
    }
}
