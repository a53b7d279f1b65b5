package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.image.service.CheckImagesService;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.apache.kafka.common.config.ConfigData;
import org.apache.kafka.common.config.provider.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.Set;

/** A thread of a service that dies of an error says so: the process is not taken for live. */
class BrokenStartTest {

    /** A plug-in of the operator's that lacks one of its classes. */
    public static final class Incomplete implements ConfigProvider {

        @Override
        public void configure(Map<String, ?> settings) {
            throw new NoClassDefFoundError("made/Up");
        }

        @Override
        public ConfigData get(String path) {
            return new ConfigData(Map.of());
        }

        @Override
        public ConfigData get(String path, Set<String> keys) {
            return new ConfigData(Map.of());
        }

        @Override
        public void close() {}
    }

    private static final KafkaAccess KAFKA =
            new KafkaAccess(
                    "127.0.0.1:1",
                    new InMemorySchemaRegistry(),
                    Map.of(
                            "kafka.config.providers",
                            "incomplete",
                            "kafka.config.providers.incomplete.class",
                            Incomplete.class.getName()));

    private static final DeadLetters LETTERS = new DeadLetters("test", "0", InstantSource.system());

    @Test
    void enrichmentThatCannotStartForAnErrorHasFailed(@TempDir Path state) throws Exception {
        var config = EnrichConfig.standard(state, ImageChecking.disabled());

        assertFails(new EnrichService(config, KAFKA, LETTERS, ClaimStore.none()));
    }

    @Test
    void soHasAnImageChecker() throws Exception {
        assertFails(
                new CheckImagesService(
                        CheckImagesConfig.standard(), KAFKA, LETTERS, InstantSource.system()));
    }

    private static void assertFails(Service service) throws Exception {
        try (service) {
            service.start();

            await().until(() -> service.failure().isPresent());
            assertThat(service.failure().orElseThrow()).isInstanceOf(NoClassDefFoundError.class);
            assertThat(service.notReady().orElseThrow()).contains("made/Up");
        }
    }
}
