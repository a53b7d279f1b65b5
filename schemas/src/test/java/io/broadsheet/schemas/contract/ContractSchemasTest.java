package io.broadsheet.schemas.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.Compatibility;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaIncompatibleException;

import org.apache.avro.SchemaBuilder;
import org.junit.jupiter.api.Test;

/** Registries that are empty, right, used by others, or weakly set. */
class ContractSchemasTest {

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final ContractSchemas schemas = new ContractSchemas(registry);

    @Test
    void inAnEmptyRegistryEverySchemaIsMissingAndAfterRegistrationNone() {
        assertThat(schemas.missing(Topics.ALL)).hasSize(Topics.ALL.size());
        assertThat(schemas.check(Topics.ALL).values())
                .allMatch(state -> state instanceof SubjectState.Missing);

        Topics.ALL.forEach(schemas::register);

        assertThat(schemas.missing(Topics.ALL)).isEmpty();
        assertThat(schemas.check(Topics.ALL).values())
                .allMatch(state -> state instanceof SubjectState.Registered);
    }

    @Test
    void registeringTwiceIsRegisteringOnce() {
        int id = schemas.register(Topics.RAW);

        assertThat(schemas.register(Topics.RAW)).isEqualTo(id);
        assertThat(registry.versions(Topics.RAW.subject())).containsExactly(1);
        assertThat(registry.compatibility(Topics.RAW.subject()))
                .isEqualTo(Compatibility.FULL_TRANSITIVE);
    }

    @Test
    void aSubjectWithAnotherHistoryIsIncompatibleAndIsNotRegisteredOver() {
        var other = SchemaBuilder.record("Other").fields().requiredString("x").endRecord();
        registry.register(Topics.RAW.subject(), other);

        assertThat(schemas.check(Topics.ALL).get(Topics.RAW))
                .isEqualTo(new SubjectState.Incompatible());
        assertThatExceptionOfType(SchemaIncompatibleException.class)
                .isThrownBy(() -> schemas.register(Topics.RAW))
                .withMessageContaining(Topics.RAW.subject());
    }

    @Test
    void aWeakerRuleIsFoundAndMended() {
        schemas.register(Topics.RAW);
        registry.setCompatibility(Topics.RAW.subject(), Compatibility.BACKWARD);

        assertThat(schemas.check(Topics.ALL).get(Topics.RAW))
                .isEqualTo(new SubjectState.OtherRule(Compatibility.BACKWARD));
        schemas.register(Topics.RAW);
        assertThat(schemas.check(Topics.ALL).get(Topics.RAW))
                .isInstanceOf(SubjectState.Registered.class);
    }
}
