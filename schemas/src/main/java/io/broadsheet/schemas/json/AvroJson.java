package io.broadsheet.schemas.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Avro records as JSON objects with the field names of their schema, every field present: absent is
 * null, unions are unwrapped, enums are names, {@code timestamp-millis} is ISO 8601 in UTC with
 * milliseconds only where there are any, bytes are base64, maps are sorted by key. Unlike Avro's
 * own JSON encoding it is what a consumer without Avro expects; it does not lead back to Avro.
 */
public final class AvroJson {

    private static final JsonFactory JSON = new JsonFactory();

    private AvroJson() {}

    /** The record as one line. */
    public static String write(IndexedRecord record) {
        var out = new StringWriter(1024);
        try (JsonGenerator json = JSON.createGenerator(out)) {
            write(json, record);
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory", e);
        }
        return out.toString();
    }

    /**
     * The record as the next value of a larger document.
     *
     * @throws IOException if the generator's own output fails
     */
    public static void write(JsonGenerator json, IndexedRecord record) throws IOException {
        json.writeStartObject();
        for (Schema.Field field : record.getSchema().getFields()) {
            json.writeFieldName(field.name());
            write(json, field.schema(), record.get(field.pos()));
        }
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Schema schema, @Nullable Object value)
            throws IOException {
        if (value == null) {
            json.writeNull();
            return;
        }
        switch (schema.getType()) {
            case RECORD -> write(json, (IndexedRecord) value);
            case UNION -> write(json, branch(schema, value), value);
            case ARRAY -> array(json, schema.getElementType(), (Collection<?>) value);
            case MAP -> map(json, schema.getValueType(), (Map<?, ?>) value);
            case STRING, ENUM -> json.writeString(wellFormed(value.toString()));
            case BYTES -> bytes(json, (ByteBuffer) value);
            case FIXED -> json.writeBinary(((GenericFixed) value).bytes());
            case BOOLEAN -> json.writeBoolean((Boolean) value);
            case NULL -> json.writeNull();
            case INT, LONG, FLOAT, DOUBLE -> number(json, schema, value);
        }
    }

    /** The branch of a union that holds the value; of an optional one, the one that is not null. */
    private static Schema branch(Schema union, Object value) {
        List<Schema> branches = union.getTypes();
        if (branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL) {
            return branches.get(1);
        }
        return branches.get(GenericData.get().resolveUnion(union, value));
    }

    private static void array(JsonGenerator json, Schema element, Collection<?> values)
            throws IOException {
        json.writeStartArray();
        for (Object value : values) {
            write(json, element, value);
        }
        json.writeEndArray();
    }

    /** In the order of its keys: Avro keeps none, and one record shall always give one text. */
    private static void map(JsonGenerator json, Schema element, Map<?, ?> values)
            throws IOException {
        Map<String, @Nullable Object> sorted = new TreeMap<>();
        values.forEach((key, value) -> sorted.put(wellFormed(String.valueOf(key)), value));
        json.writeStartObject();
        for (Map.Entry<String, @Nullable Object> entry : sorted.entrySet()) {
            json.writeFieldName(entry.getKey());
            write(json, element, entry.getValue());
        }
        json.writeEndObject();
    }

    private static void bytes(JsonGenerator json, ByteBuffer value) throws IOException {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        json.writeBinary(bytes);
    }

    private static void number(JsonGenerator json, Schema schema, Object value) throws IOException {
        if (value instanceof Long number && isMillis(schema)) {
            json.writeString(Instant.ofEpochMilli(number).toString());
        } else if (value instanceof Long number) {
            json.writeNumber(number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Float number && Float.isFinite(number)) {
            // As a float, not widened: 0.9 stays 0.9.
            json.writeNumber(number);
        } else if (value instanceof Double number && Double.isFinite(number)) {
            json.writeNumber(number);
        } else if (value instanceof Number) {
            // JSON has no infinity and no not-a-number.
            json.writeNull();
        } else {
            json.writeString(value.toString());
        }
    }

    private static boolean isMillis(Schema schema) {
        LogicalType type = schema.getLogicalType();
        return type instanceof LogicalTypes.TimestampMillis;
    }

    /** The text with each half of a broken surrogate pair replaced, so that it has a UTF-8 form. */
    private static String wellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                return repaired(text);
            }
        }
        return text;
    }

    private static String repaired(String text) {
        var repaired = new StringBuilder(text.length());
        text.codePoints()
                .map(point -> isLoneSurrogate(point) ? 0xFFFD : point)
                .forEach(repaired::appendCodePoint);
        return repaired.toString();
    }

    private static boolean isLoneSurrogate(int codePoint) {
        return codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
    }
}
