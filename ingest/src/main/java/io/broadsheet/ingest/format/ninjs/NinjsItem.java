package io.broadsheet.ingest.format.ninjs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

import io.broadsheet.ingest.format.json.Json;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An object of ninjs, whatever its version: names are in lower case, because 3 writes {@code
 * versionCreated} where 1 and 2 write {@code versioncreated}, and maps by name of version 1 are
 * lists of objects with a {@code name} or {@code role}, as from version 2 on.
 *
 * @param members by lower-case name, in order
 */
record NinjsItem(Map<String, JsonNode> members) {

    private static final int LIST_MAX = 300;

    /** A value that is no object has no members. */
    static NinjsItem of(JsonNode value) {
        Map<String, JsonNode> members = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> member : Json.members(value)) {
            members.putIfAbsent(member.getKey().toLowerCase(Locale.ROOT), member.getValue());
        }
        return new NinjsItem(members);
    }

    boolean has(String name) {
        return members.containsKey(name);
    }

    private JsonNode get(String name) {
        return members.getOrDefault(name, MissingNode.getInstance());
    }

    /** The stripped text of the first of these members that is a text or a number. */
    Optional<String> text(String... names) {
        for (String name : names) {
            JsonNode value = get(name);
            if ((value.isTextual() || value.isNumber()) && !value.asText().isBlank()) {
                return Optional.of(value.asText().strip());
            }
        }
        return Optional.empty();
    }

    /** Texts of a list of texts. */
    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : get(name)) {
            if (value.isTextual() && !value.asText().isBlank() && texts.size() < LIST_MAX) {
                texts.add(value.asText().strip());
            }
        }
        return texts;
    }

    /** The objects of a list, or of a map by name, each with its name. */
    List<Named> objects(String name) {
        List<Named> objects = new ArrayList<>();
        JsonNode value = get(name);
        if (value.isArray()) {
            for (JsonNode one : value) {
                NinjsItem item = of(one);
                objects.add(new Named(item.text("name", "role").orElse(""), item));
            }
        } else {
            for (Map.Entry<String, JsonNode> one : Json.members(value)) {
                objects.add(new Named(one.getKey(), of(one.getValue())));
            }
        }
        return objects.subList(0, Math.min(objects.size(), LIST_MAX));
    }

    /** An object and how it is called where it stands; blank if it is not. */
    record Named(String name, NinjsItem item) {}
}
