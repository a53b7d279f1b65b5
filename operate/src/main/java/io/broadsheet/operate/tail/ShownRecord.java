package io.broadsheet.operate.tail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Keys;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordDecoder.Decoded;
import io.broadsheet.operate.cluster.RecordText;
import io.broadsheet.runtime.failure.SafeText;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A record with its value decoded, or why it is not.
 *
 * @param record as it lies on its topic
 * @param value what its value is
 */
record ShownRecord(ConsumerRecord<byte[], byte[]> record, Decoded value) {

    /** One JSON object. */
    ObjectNode json() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        Place.of(record).putInto(line);
        line.put("timestamp", Instant.ofEpochMilli(record.timestamp()).toString());
        line.set("key", RecordText.json(record.key()));
        line.set("headers", RecordText.json(record.headers()));
        switch (value) {
            case Decoded.Value(var decoded) -> line.set("value", RecordText.json(decoded));
            case Decoded.Tombstone _ -> line.putNull("value");
            case Decoded.Undecodable(var why) ->
                    line.put("undecodable", why).put("bytes", record.value().length);
        }
        return line;
    }

    /** A line about the record, one with its headers if it has any, and one with its value. */
    String text() {
        List<String> lines = new ArrayList<>();
        lines.add(
                "%s  %s  key %s"
                        .formatted(
                                Place.of(record),
                                Instant.ofEpochMilli(record.timestamp()),
                                Objects.requireNonNullElse(Keys.text(record.key()), "none")));
        List<String> headers = new ArrayList<>();
        for (JsonNode header : RecordText.json(record.headers())) {
            JsonNode content = header.path("value");
            headers.add(
                    header.path("key").asText()
                            + "="
                            + (content.isTextual() ? content.asText() : content));
        }
        if (!headers.isEmpty()) {
            lines.add("  " + String.join(" ", headers));
        }
        lines.add(
                switch (value) {
                    case Decoded.Value(var decoded) -> "  " + RecordText.json(decoded);
                    case Decoded.Tombstone _ -> "  no value: the key is deleted";
                    case Decoded.Undecodable(var why) ->
                            "  not decoded: %s (%d bytes)".formatted(why, record.value().length);
                });
        lines.replaceAll(SafeText::escapeControls);
        return String.join("\n", lines);
    }
}
