package io.broadsheet.runtime.kafka;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.registry.InMemorySchemaRegistry;

import org.junit.jupiter.api.Test;

import java.util.Map;

/** Whose settings win. */
class KafkaAccessTest {

    private final KafkaAccess access =
            new KafkaAccess(
                    "localhost:9092",
                    new InMemorySchemaRegistry(),
                    Map.of(
                            "kafka.security.protocol", "SSL",
                            "kafka.producer.linger.ms", "5",
                            "kafka.consumer.linger.ms", "never",
                            "schema.registry.url", "http://elsewhere"));

    @Test
    void aUsersSettingWinsOverOurDefault() {
        assertThat(access.producerProperties("ingest"))
                .containsEntry("linger.ms", "5")
                .containsEntry("acks", "all");
    }

    @Test
    void aSettingForAllClientsReachesEachAndOneForOneKindOnlyThatKind() {
        assertThat(access.adminProperties("admin"))
                .containsEntry("security.protocol", "SSL")
                .doesNotContainKeys("linger.ms", "schema.registry.url");
        assertThat(access.consumerProperties("group", "sink"))
                .containsEntry("security.protocol", "SSL")
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void streamsTakesTheSettingsOfItsInnerClients() {
        assertThat(access.streamsProperties("broadsheet-enrich"))
                .containsEntry("producer.linger.ms", "5")
                .containsEntry("producer.compression.type", "lz4")
                .containsEntry("security.protocol", "SSL");
    }
}
