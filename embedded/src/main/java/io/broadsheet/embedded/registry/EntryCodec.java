package io.broadsheet.embedded.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Entries as records of the log, in the format of Confluent's registry with one kind of its own
 * ({@code HIGHEST_ID}). The order of a key's fields matters: equal keys must be equal bytes.
 */
final class EntryCodec {

    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryCodec() {}

    static ProducerRecord<byte[], byte[]> encode(String topic, Entry entry) {
        return switch (entry) {
            case Entry.Version(StoredSchema schema) ->
                    record(topic, schemaKey(schema.subject(), schema.version()), value(schema));
            case Entry.Gone(String subject, int version) ->
                    record(topic, schemaKey(subject, version), null);
            case Entry.Level(Optional<String> subject, Optional<CompatibilityLevel> level) ->
                    record(topic, levelKey(subject), level.map(EntryCodec::value).orElse(null));
            case Entry.HighestId(int id) ->
                    record(topic, key("HIGHEST_ID", 0), JSON.createObjectNode().put("id", id));
        };
    }

    /** Empty for kinds of entries that this registry does not know. */
    static Optional<Entry> decode(byte[] key, byte @Nullable [] value) {
        try {
            JsonNode keyTree = JSON.readTree(key);
            Optional<JsonNode> valueTree =
                    value == null ? Optional.empty() : Optional.of(JSON.readTree(value));
            return switch (keyTree.path("keytype").asText()) {
                case "SCHEMA" -> Optional.of(version(keyTree, valueTree));
                case "CONFIG" -> Optional.of(level(keyTree, valueTree));
                case "HIGHEST_ID" ->
                        valueTree.map(tree -> new Entry.HighestId(tree.path("id").asInt()));
                default -> Optional.empty();
            };
        } catch (IOException e) {
            throw new UncheckedIOException("a record of the registry's topic is no JSON", e);
        }
    }

    private static Entry version(JsonNode key, Optional<JsonNode> value) {
        String subject = key.path("subject").asText();
        int version = key.path("version").asInt();
        if (value.isEmpty()) {
            return new Entry.Gone(subject, version);
        }
        return new Entry.Version(
                new StoredSchema(
                        subject,
                        version,
                        value.get().path("id").asInt(),
                        value.get().path("schema").asText(),
                        value.get().path("deleted").asBoolean()));
    }

    private static Entry level(JsonNode key, Optional<JsonNode> value) {
        return new Entry.Level(
                key.hasNonNull("subject")
                        ? Optional.of(key.path("subject").asText())
                        : Optional.empty(),
                value.map(tree -> tree.path("compatibilityLevel").asText())
                        .map(CompatibilityLevel::valueOf));
    }

    private static ObjectNode key(String type, int magic) {
        return JSON.createObjectNode().put("keytype", type).put("magic", magic);
    }

    private static ObjectNode schemaKey(String subject, int version) {
        return JSON.createObjectNode()
                .put("keytype", "SCHEMA")
                .put("subject", subject)
                .put("version", version)
                .put("magic", 1);
    }

    private static ObjectNode levelKey(Optional<String> subject) {
        return JSON.createObjectNode()
                .put("keytype", "CONFIG")
                .put("subject", subject.orElse(null))
                .put("magic", 0);
    }

    private static ObjectNode value(StoredSchema schema) {
        return JSON.createObjectNode()
                .put("subject", schema.subject())
                .put("version", schema.version())
                .put("id", schema.id())
                .put("schema", schema.text())
                .put("deleted", schema.deleted());
    }

    private static ObjectNode value(CompatibilityLevel level) {
        return JSON.createObjectNode().put("compatibilityLevel", level.name());
    }

    private static ProducerRecord<byte[], byte[]> record(
            String topic, ObjectNode key, @Nullable ObjectNode value) {
        return new ProducerRecord<>(topic, 0, bytes(key), value == null ? null : bytes(value));
    }

    private static byte[] bytes(ObjectNode tree) {
        return tree.toString().getBytes(StandardCharsets.UTF_8);
    }
}
