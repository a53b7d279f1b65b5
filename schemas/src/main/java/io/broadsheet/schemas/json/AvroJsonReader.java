package io.broadsheet.schemas.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.schemas.ContractClasses;

import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link AvroJson} wrote of a record of the contract, as that record again. Fields that the
 * text lacks have their defaults, fields that the record lacks are passed over, and an enum's
 * unknown symbol is its default: as Avro reads the records of other versions.
 */
public final class AvroJsonReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    static {
        ContractClasses.trust();
    }

    private AvroJsonReader() {}

    /**
     * The record in the text.
     *
     * @param type its generated class
     * @param json one JSON object
     * @param <V> its type
     * @return the record
     * @throws IllegalArgumentException if it is none, with the field that does not fit
     */
    public static <V extends SpecificRecord> V read(Class<V> type, String json) {
        Schema schema = SpecificData.get().getSchema(type);
        try {
            return type.cast(record(schema, JSON.readTree(json)));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
    }

    private static Object record(Schema schema, JsonNode json) {
        if (!json.isObject()) {
            throw unfit(schema, json);
        }
        SpecificData data = SpecificData.get();
        var record = (IndexedRecord) data.newRecord(null, schema);
        for (Schema.Field field : schema.getFields()) {
            JsonNode value = json.get(field.name());
            if (value == null && field.hasDefaultValue()) {
                record.put(field.pos(), data.getDefaultValue(field));
            } else {
                record.put(field.pos(), field(field, value));
            }
        }
        return record;
    }

    private static @Nullable Object field(Schema.Field field, @Nullable JsonNode value) {
        try {
            if (value == null) {
                throw new IllegalArgumentException("missing");
            }
            return value(field.schema(), value);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(field.name() + ": " + e.getMessage(), e);
        }
    }

    private static @Nullable Object value(Schema schema, JsonNode json) {
        return switch (schema.getType()) {
            case UNION -> json.isNull() ? null : value(branch(schema), json);
            case RECORD -> record(schema, json);
            case ARRAY -> array(schema.getElementType(), json);
            case MAP -> map(schema.getValueType(), json);
            case ENUM -> symbol(schema, json.asText());
            case STRING -> json.asText();
            case BYTES -> bytes(schema, json);
            case BOOLEAN -> json.asBoolean();
            case INT -> json.asInt();
            case LONG -> number(schema, json);
            case FLOAT -> (float) json.asDouble();
            case DOUBLE -> json.asDouble();
            case FIXED, NULL -> throw unfit(schema, json);
        };
    }

    /** The contract's unions are of null and one other. */
    private static Schema branch(Schema union) {
        return union.getTypes().stream()
                .filter(it -> it.getType() != Schema.Type.NULL)
                .findFirst()
                .orElseThrow();
    }

    private static List<@Nullable Object> array(Schema element, JsonNode json) {
        List<@Nullable Object> values = new ArrayList<>(json.size());
        json.forEach(value -> values.add(value(element, value)));
        return values;
    }

    private static Map<String, @Nullable Object> map(Schema element, JsonNode json) {
        Map<String, @Nullable Object> values = new HashMap<>();
        json.properties()
                .forEach(entry -> values.put(entry.getKey(), value(element, entry.getValue())));
        return values;
    }

    private static Object symbol(Schema schema, String symbol) {
        String known = schema.hasEnumSymbol(symbol) ? symbol : schema.getEnumDefault();
        return SpecificData.get().createEnum(known, schema);
    }

    private static Object bytes(Schema schema, JsonNode json) {
        try {
            return ByteBuffer.wrap(json.binaryValue());
        } catch (IOException e) {
            throw unfit(schema, json);
        }
    }

    private static Object number(Schema schema, JsonNode json) {
        if (!(schema.getLogicalType() instanceof LogicalTypes.TimestampMillis)) {
            return json.asLong();
        }
        try {
            return Instant.parse(json.asText());
        } catch (DateTimeParseException e) {
            throw unfit(schema, json);
        }
    }

    private static IllegalArgumentException unfit(Schema schema, JsonNode json) {
        return new IllegalArgumentException(
                "no " + schema.getName() + " but " + json.getNodeType());
    }
}
