package io.broadsheet.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.avaje.jex.http.Context;

import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/** A request and its answer, in the words of the protocol. */
record Exchange(Context context) {

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final ObjectMapper JSON = new ObjectMapper();

    String subject() {
        return context.pathParam("subject");
    }

    VersionId version() {
        return VersionId.of(context.pathParam("version"));
    }

    /** The id in the path; one that is no number is a schema that is not there. */
    int id() {
        String id = context.pathParam("id");
        try {
            return Integer.parseInt(id);
        } catch (NumberFormatException _) {
            throw RefusedException.schemaNotFound(id + " ");
        }
    }

    boolean flag(String name) {
        return Boolean.parseBoolean(context.queryParam(name));
    }

    Visibility visibility() {
        if (flag("deletedOnly")) {
            return Visibility.DELETED;
        }
        return flag("deleted") ? Visibility.ALL : Visibility.VISIBLE;
    }

    String prefix() {
        @Nullable String prefix = context.queryParam("subjectPrefix");
        return prefix == null ? "" : prefix;
    }

    /**
     * The schema in the body, in the form in which schemas are stored.
     *
     * @throws RefusedException if there is none, or if it needs what this registry does not have
     */
    String schemaText() {
        JsonNode body = body();
        String type = body.path("schemaType").asText("AVRO");
        if (!type.equals("AVRO") && !body.path("schemaType").isNull()) {
            throw RefusedException.invalidSchema("type " + type + "; only AVRO is known here");
        }
        for (String part : new String[] {"references", "metadata", "ruleSet"}) {
            if (!body.path(part).isEmpty()) {
                throw RefusedException.invalidSchema(part + " are not supported here");
            }
        }
        if (!body.path("schema").isTextual()) {
            throw RefusedException.invalidSchema("the body has no text in the field schema");
        }
        return SchemaText.of(body.path("schema").asText(), flag("normalize"));
    }

    /** The level in the body. */
    CompatibilityLevel level() {
        return CompatibilityLevel.named(body().path("compatibility").asText());
    }

    void answer(Object body) {
        answerRaw(text(body));
    }

    /** Answers with what is JSON already. */
    void answerRaw(String json) {
        context.contentType(MEDIA_TYPE).write(json.getBytes(StandardCharsets.UTF_8));
    }

    void refuse(int status, int code, String message) {
        context.status(status);
        answer(Map.of("error_code", code, "message", message));
    }

    private JsonNode body() {
        try {
            return JSON.readTree(context.bodyAsBytes());
        } catch (java.io.IOException e) {
            throw RefusedException.malformed("the body is no JSON");
        }
    }

    private static String text(Object body) {
        try {
            return JSON.writeValueAsString(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("maps, lists, texts and numbers become JSON", e);
        }
    }
}
