package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.v1.Agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code authors} of JSON Feed 1.1, and {@code author} of 1.0 where they are missing. */
final class JsonPeople {

    private static final int AUTHORS_MAX = 150;

    private JsonPeople() {}

    static List<Agent> of(JsonNode object) {
        List<Agent> people = new ArrayList<>();
        for (JsonNode author : object.path("authors")) {
            if (people.size() < AUTHORS_MAX) {
                person(author).ifPresent(people::add);
            }
        }
        if (people.isEmpty()) {
            person(object.path("author")).ifPresent(people::add);
        }
        return people;
    }

    private static Optional<Agent> person(JsonNode author) {
        return author.isTextual()
                ? People.ofText(author.asText())
                : People.agent(
                        Json.text(author, "name").orElse(""),
                        Json.text(author, "email").orElse(""),
                        Json.text(author, "url").orElse(""));
    }
}
