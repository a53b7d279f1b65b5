package io.broadsheet.embedded.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;

/** Each level against changes that only some of them allow. */
class CompatibilityLevelTest {

    private static final Schema PLAIN =
            SchemaBuilder.record("R").fields().requiredInt("a").endRecord();
    private static final Schema OPTIONAL =
            SchemaBuilder.record("R").fields().requiredInt("a").optionalInt("b").endRecord();
    private static final Schema MANDATORY =
            SchemaBuilder.record("R").fields().requiredInt("a").requiredInt("b").endRecord();
    private static final Schema TWO = SchemaBuilder.enumeration("E").symbols("X", "Y");
    private static final Schema THREE = SchemaBuilder.enumeration("E").symbols("X", "Y", "Z");

    @ParameterizedTest
    @CsvSource({
        "NONE, true, true, true",
        "BACKWARD, true, false, true",
        "BACKWARD_TRANSITIVE, true, false, true",
        "FORWARD, true, true, false",
        "FORWARD_TRANSITIVE, true, true, false",
        "FULL, true, false, false",
        "FULL_TRANSITIVE, true, false, false",
    })
    void eachLevelAllowsItsOwnChanges(
            CompatibilityLevel level, boolean optional, boolean mandatory, boolean symbol) {
        assertThat(level.complaints(OPTIONAL, List.of(version(1, PLAIN))).isEmpty())
                .as("an optional field was added")
                .isEqualTo(optional);
        assertThat(level.complaints(MANDATORY, List.of(version(1, PLAIN))).isEmpty())
                .as("a mandatory field was added")
                .isEqualTo(mandatory);
        assertThat(level.complaints(THREE, List.of(version(1, TWO))).isEmpty())
                .as("a symbol was added to an enum without a default")
                .isEqualTo(symbol);
    }

    @ParameterizedTest
    @CsvSource({
        "BACKWARD, 1", "BACKWARD_TRANSITIVE, 2",
        "FORWARD, 1", "FORWARD_TRANSITIVE, 2",
        "FULL, 1", "FULL_TRANSITIVE, 2",
    })
    void onlyTransitiveLevelsLookBeyondTheLatestVersion(CompatibilityLevel level, int count) {
        List<StoredSchema> earlier = List.of(version(1, PLAIN), version(2, OPTIONAL));
        assertThat(level.relevant(earlier)).hasSize(count).endsWith(earlier.getLast());
        assertThat(level.relevant(List.of())).isEmpty();
    }

    @Test
    void aComplaintNamesTheVersionTheKindAndThePlace() {
        assertThat(CompatibilityLevel.FULL.complaints(MANDATORY, List.of(version(7, PLAIN))))
                .singleElement()
                .asString()
                .contains("version 7", "READER_FIELD_MISSING_DEFAULT_VALUE", "/fields/1");
    }

    @Test
    void aLevelIsNamedInAnyCase() {
        assertThat(CompatibilityLevel.named("full_Transitive"))
                .isEqualTo(CompatibilityLevel.FULL_TRANSITIVE);
        assertThatExceptionOfType(RefusedException.class)
                .isThrownBy(() -> CompatibilityLevel.named("SOME"))
                .withMessageContaining("'SOME'");
    }

    private static StoredSchema version(int number, Schema schema) {
        return new StoredSchema("s", number, number, schema.toString(), false);
    }
}
