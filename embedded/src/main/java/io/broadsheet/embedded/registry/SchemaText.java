package io.broadsheet.embedded.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;

/**
 * Schemas as text that can be compared: parsed and written again, so that white space and the order
 * of Avro's own attributes do not matter. Documentation, aliases and custom properties do.
 */
final class SchemaText {

    private static final ObjectMapper SORTING =
            JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

    private SchemaText() {}

    /**
     * The text to store and compare.
     *
     * @param normalize whether the order of custom properties must not matter either
     * @throws RefusedException if it is no Avro schema
     */
    static String of(String text, boolean normalize) {
        try {
            Schema schema = new Schema.Parser().parse(text);
            return normalize ? sorted(schema) : schema.toString();
        } catch (AvroRuntimeException | JsonProcessingException | NullPointerException e) {
            throw RefusedException.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    /** A schema whose text was accepted once. */
    static Schema parse(String text) {
        return new Schema.Parser(NameValidator.NO_VALIDATION)
                .setValidateDefaults(false)
                .parse(text);
    }

    /** Avro writes its own attributes in its own order, and custom ones in the order it read. */
    private static String sorted(Schema schema) throws JsonProcessingException {
        JsonNode tree = SORTING.readTree(schema.toString());
        Object plain = SORTING.treeToValue(tree, Object.class);
        return parse(SORTING.writeValueAsString(plain)).toString();
    }
}
