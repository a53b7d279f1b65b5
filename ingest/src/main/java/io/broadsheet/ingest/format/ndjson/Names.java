package io.broadsheet.ingest.format.ndjson;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.SourceKind;

import java.util.Arrays;

/** Names of constants in JSON; one that is new to us is UNKNOWN. */
final class Names {

    private Names() {}

    static ImageRole role(JsonNode image) {
        String name = Json.text(image, "role").orElse("");
        return Arrays.stream(ImageRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElse(ImageRole.UNKNOWN);
    }

    static SourceKind kind(JsonNode source) {
        String name = Json.text(source, "kind").orElse("");
        return Arrays.stream(SourceKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(SourceKind.UNKNOWN);
    }
}
