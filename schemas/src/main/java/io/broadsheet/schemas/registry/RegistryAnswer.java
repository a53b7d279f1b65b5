package io.broadsheet.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;

import java.io.IOException;
import java.util.Set;

/**
 * What a registry said.
 *
 * @param status of HTTP
 * @param body as JSON; a missing node where it is none
 */
record RegistryAnswer(int status, JsonNode body) {

    private static final ObjectMapper JSON = new ObjectMapper();
    // Subject, version, schema not found; no rule of its own: error codes of Confluent's protocol.
    private static final Set<Integer> NOT_FOUND = Set.of(40401, 40402, 40403, 40408);
    private static final int MESSAGE_CHARS_MAX = 500;

    static RegistryAnswer of(int status, byte[] bytes) {
        return new RegistryAnswer(status, parse(bytes));
    }

    private static JsonNode parse(byte[] bytes) {
        try {
            return JSON.readTree(bytes);
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        } catch (IOException e) {
            throw new IllegalStateException("reading from memory", e);
        }
    }

    boolean isGood() {
        return status >= 200 && status < 300 && !body.isMissingNode();
    }

    /** Whether the node cannot answer now; another may, or the same one later. */
    boolean isOutage() {
        return status >= 500;
    }

    /** Asked too often or too slowly: an outage, but no reason to ask the next node at once. */
    boolean isPressure() {
        return status == 408 || status == 429;
    }

    /**
     * Whether a registry says that it has no such thing. A bare 404 comes from something that is no
     * registry, such as a wrong path, and must not look like an unknown schema.
     */
    boolean isNotFound() {
        return status == 404 && NOT_FOUND.contains(body.path("error_code").asInt());
    }

    /** The schema is not compatible with those there are. */
    boolean isConflict() {
        return status == 409;
    }

    /** Status and message, bounded. */
    String said() {
        String message = body.path("message").asText("");
        String cut = message.substring(0, Math.min(message.length(), MESSAGE_CHARS_MAX));
        return cut.isEmpty() ? "status " + status : "status " + status + ", " + cut;
    }
}
