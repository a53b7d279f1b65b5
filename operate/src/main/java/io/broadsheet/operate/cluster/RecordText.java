package io.broadsheet.operate.cluster;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.schemas.json.AvroJson;

import org.apache.avro.generic.IndexedRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Parts of a record as JSON. */
public final class RecordText {

    private static final ObjectMapper JSON = new ObjectMapper();

    private RecordText() {}

    /** The record under the contract's names. */
    public static ObjectNode json(IndexedRecord record) {
        return parse(AvroJson.write(record));
    }

    /**
     * A line of JSON that this program wrote.
     *
     * @throws IllegalArgumentException if it is no object
     */
    public static ObjectNode parse(String line) {
        try {
            if (JSON.readTree(line) instanceof ObjectNode object) {
                return object;
            }
            throw new IllegalArgumentException("no JSON object");
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON", e);
        }
    }

    /** All headers, in order: {@code [{"key":..,"value":..}]}. */
    public static ArrayNode json(Headers headers) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        for (Header header : headers) {
            array.addObject().put("key", header.key()).set("value", json(header.value()));
        }
        return array;
    }

    /** Text where the bytes are UTF-8, else {@code {"base64":..}}; null is null. */
    public static JsonNode json(byte @Nullable [] bytes) {
        if (bytes == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        Optional<String> text = utf8(bytes);
        return text.<JsonNode>map(JsonNodeFactory.instance::textNode)
                .orElseGet(() -> JsonNodeFactory.instance.objectNode().put("base64", bytes));
    }

    /** The text that the bytes are in UTF-8; empty if they are not. */
    public static Optional<String> utf8(byte[] bytes) {
        try {
            return Optional.of(
                    StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }
}
