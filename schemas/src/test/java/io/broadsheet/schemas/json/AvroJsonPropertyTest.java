package io.broadsheet.schemas.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.schemas.RandomRecords;

import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whatever a record holds, its JSON is valid and has the fields of the schema, no more, no less.
 */
class AvroJsonPropertyTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int RECORDS = 200;

    static Stream<Schema> records() {
        return RandomRecords.schemas();
    }

    @ParameterizedTest
    @MethodSource("records")
    void theFieldsOfTheJsonAreTheFieldsOfTheSchema(Schema schema) throws JsonProcessingException {
        var random = new RandomRecords(13);
        for (int i = 0; i < RECORDS; i++) {
            IndexedRecord record = random.specific(schema);
            String text = AvroJson.write(record);
            assertThat(text).doesNotContain("\n");
            assertSameFields(schema, JSON.readTree(text));
        }
    }

    private static void assertSameFields(Schema schema, JsonNode node) {
        switch (schema.getType()) {
            case RECORD -> {
                assertThat(node.properties().stream().map(entry -> entry.getKey()))
                        .containsExactlyElementsOf(names(schema));
                schema.getFields()
                        .forEach(field -> assertSameFields(field.schema(), node.get(field.name())));
            }
            case ARRAY ->
                    node.forEach(element -> assertSameFields(schema.getElementType(), element));
            case MAP -> node.forEach(value -> assertSameFields(schema.getValueType(), value));
            case UNION -> {
                if (!node.isNull()) {
                    assertSameFields(schema.getTypes().get(1), node);
                }
            }
            case ENUM -> assertThat(schema.getEnumSymbols()).contains(node.asText());
            case STRING, BYTES -> assertThat(node.isTextual()).isTrue();
            case BOOLEAN -> assertThat(node.isBoolean()).isTrue();
            case INT, LONG, FLOAT, DOUBLE ->
                    assertThat(node.isTextual()).isEqualTo(schema.getLogicalType() != null);
            case NULL, FIXED -> throw new AssertionError("not in the contract: " + schema);
        }
    }

    private static List<String> names(Schema schema) {
        return schema.getFields().stream().map(Schema.Field::name).toList();
    }
}
