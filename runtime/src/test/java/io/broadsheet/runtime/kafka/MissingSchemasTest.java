package io.broadsheet.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.contract.ContractSchemas;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.junit.jupiter.api.Test;

import java.util.List;

/** A service says which schemas it lacks before it needs them. */
class MissingSchemasTest {

    private static final List<Topic<?>> TOPICS =
            List.of(Topics.IMAGE_CHECKS, Topics.CHECK_IMAGES_DEAD_LETTERS);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();

    @Test
    void thoseThatAreNotRegisteredAreNamedWithWhatHelps() {
        new ContractSchemas(registry).register(Topics.IMAGE_CHECKS);

        assertThat(MissingSchemas.problem(registry, TOPICS).orElseThrow())
                .contains(Topics.CHECK_IMAGES_DEAD_LETTERS.subject())
                .doesNotContain(Topics.IMAGE_CHECKS.subject())
                .endsWith("register them with `broadsheet schemas register`");
    }

    @Test
    void whereAllAreRegisteredNothingIsWrong() {
        TOPICS.forEach(new ContractSchemas(registry)::register);

        assertThat(MissingSchemas.problem(registry, TOPICS)).isEmpty();
    }
}
