package io.broadsheet.schemas.subscribe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.apache.kafka.common.config.ConfigException;
import org.junit.jupiter.api.Test;

import java.util.HashMap;
import java.util.Map;

/** Which settings go where, and which would break the promise. */
class StreamSettingsTest {

    private static final Map<String, Object> ENOUGH =
            Map.of(
                    "bootstrap.servers",
                    "localhost:9092",
                    "group.id",
                    "me",
                    "schema.registry.url",
                    "http://localhost:8081");

    @Test
    void eachClientIsGivenItsOwn() {
        var settings =
                new StreamSettings(
                        and("basic.auth.user.info", "a:b", "security.protocol", "SASL_SSL"));
        assertThat(settings.ofConsumer())
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("isolation.level", "read_committed")
                .containsEntry("enable.auto.commit", "false")
                .containsEntry("auto.offset.reset", "earliest")
                .doesNotContainKey("basic.auth.user.info")
                .doesNotContainKey("schema.registry.url");
        assertThat(settings.ofRegistry()).containsEntry("basic.auth.user.info", "a:b");
    }

    @Test
    void defaultsGiveWay() {
        assertThat(new StreamSettings(and("auto.offset.reset", "latest")).ofConsumer())
                .containsEntry("auto.offset.reset", "latest");
        assertThat(new StreamSettings(and("isolation.level", "read_committed")).ofConsumer())
                .containsEntry("isolation.level", "read_committed");
    }

    @Test
    void whatWouldBreakThePromiseIsRefusedByName() {
        refused("enable.auto.commit", "true");
        refused("isolation.level", "read_uncommitted");
        refused("value.deserializer", "some.Deserializer");
    }

    @Test
    void whatIsMissingIsNamed() {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new StreamSettings(and("group.id", " ")))
                .withMessageContaining("group.id: required");
    }

    private static void refused(String key, String value) {
        assertThatExceptionOfType(ConfigException.class)
                .isThrownBy(() -> new StreamSettings(and(key, value)))
                .withMessageContaining(key)
                .withMessageContaining("leave the setting out");
    }

    private static Map<String, Object> and(String... more) {
        Map<String, Object> settings = new HashMap<>(ENOUGH);
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        return settings;
    }
}
