package io.broadsheet.embedded.conformance;

import io.broadsheet.embedded.broker.EmbeddedBroker;
import io.broadsheet.embedded.registry.EmbeddedRegistry;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;

/** Our registry, judged by Confluent's client. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EmbeddedRegistryConformanceIT extends Conformance {

    private EmbeddedBroker broker;
    private EmbeddedRegistry registry;

    @BeforeAll
    void start(@TempDir Path directory) {
        broker = EmbeddedBroker.start(directory, 0);
        registry = EmbeddedRegistry.start(broker.bootstrapServers(), 0);
    }

    @AfterAll
    void stop() {
        registry.close();
        broker.close();
    }

    @Override
    String registryUrl() {
        return registry.url();
    }
}
