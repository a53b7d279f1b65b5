package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/** Names of nodes and stores are names of topics on the broker: none changes unseen. */
class TopologyDescriptionTest {

    @Test
    void theTopologyIsTheOneThatWasReviewed() throws IOException {
        var letters = new DeadLetters("enrich", "test", () -> Instant.EPOCH);
        var parts =
                new EnrichParts(
                        new InMemorySchemaRegistry(),
                        Articles::copy,
                        ImageChecking.defaults(),
                        letters,
                        ClaimStore.none());

        assertThat(EnrichTopology.of(parts).describe().toString()).isEqualTo(golden());
    }

    private static String golden() throws IOException {
        try (var golden = TopologyDescriptionTest.class.getResourceAsStream("topology.txt")) {
            assertThat(golden).isNotNull();
            return new String(golden.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
