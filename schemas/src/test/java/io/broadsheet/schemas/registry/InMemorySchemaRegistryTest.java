package io.broadsheet.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** The registry in memory behaves like a real one. */
class InMemorySchemaRegistryTest {

    private static final Schema ONE =
            SchemaBuilder.record("Note").fields().requiredString("text").endRecord();
    private static final Schema TWO =
            SchemaBuilder.record("Note")
                    .fields()
                    .requiredString("text")
                    .optionalString("author")
                    .endRecord();
    private static final Schema BREAKING =
            SchemaBuilder.record("Note")
                    .fields()
                    .requiredString("text")
                    .requiredInt("size")
                    .endRecord();

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void theSameSchemaHasOneIdInAllSubjects() {
        int id = registry.register("a", ONE);
        assertThat(registry.register("b", ONE)).isEqualTo(id);
        assertThat(registry.register("a", ONE)).isEqualTo(id);
        assertThat(registry.versions("a")).containsExactly(1);
        assertThat(registry.byId(id)).isEqualTo(ONE);
        assertThat(registry.subjects()).containsExactly("a", "b");
    }

    @Test
    void aCompatibleSchemaBecomesTheNewestVersion() {
        registry.register("a", ONE);
        int id = registry.register("a", TWO);
        assertThat(registry.latest("a")).contains(new RegisteredSchema("a", 2, id, TWO));
        assertThat(registry.idOf("a", ONE)).isNotEqualTo(id);
    }

    @Test
    void anIncompatibleSchemaIsRefusedUnlessTheRuleAllowsIt() {
        registry.register("a", ONE);
        assertThat(registry.accepts("a", BREAKING)).isFalse();
        assertThatThrownBy(() -> registry.register("a", BREAKING))
                .isInstanceOf(SchemaIncompatibleException.class);
        registry.setCompatibility("a", Compatibility.NONE);
        assertThat(registry.accepts("a", BREAKING)).isTrue();
        assertThat(registry.register("a", BREAKING)).isPositive();
    }

    @Test
    void whatWasNeverRegisteredIsUnknown() {
        int id = registry.register("a", ONE);
        assertThatThrownBy(() -> registry.idOf("b", ONE))
                .isInstanceOf(SchemaUnknownException.class);
        assertThatThrownBy(() -> registry.byId(id + 1)).isInstanceOf(SchemaUnknownException.class);
        assertThatThrownBy(() -> registry.byId(0)).isInstanceOf(SchemaUnknownException.class);
        assertThat(registry.latest("b")).isEmpty();
    }
}
