package io.broadsheet.desk.page;

import com.fasterxml.jackson.databind.JsonNode;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Fields of records as templates ask for them. */
public final class Field {

    private Field() {}

    /** The text at a path such as {@code source/sourceId}; empty if there is none. */
    public static String text(JsonNode record, String path) {
        JsonNode found = record.at("/" + path);
        return found.isNull() || found.isMissingNode()
                ? ""
                : found.isValueNode() ? found.asText() : found.toString();
    }

    /** The time at a path; empty if there is none. */
    public static Optional<Instant> time(JsonNode record, String path) {
        return Optional.ofNullable(record.at("/" + path).textValue()).map(Instant::parse);
    }

    /** What is in an array. */
    public static List<JsonNode> each(JsonNode record, String path) {
        List<JsonNode> all = new ArrayList<>();
        record.at("/" + path).forEach(all::add);
        return all;
    }

    /** The texts at a path in each of an array, with commas. */
    public static String texts(JsonNode record, String array, String path) {
        return StreamSupport.stream(record.at("/" + array).spliterator(), false)
                .map(item -> path.isEmpty() ? item.asText() : text(item, path))
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(", "));
    }

    /** An address that may be a link: of the web, and nothing else; empty if it is not. */
    public static String link(String address) {
        return address.matches("(?i)https?://.*") ? address : "";
    }
}
