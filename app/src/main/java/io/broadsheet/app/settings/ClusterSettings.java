package io.broadsheet.app.settings;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.Setting;
import io.broadsheet.runtime.settings.SettingValues;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Where a service that runs alone, or a tool, finds Kafka and the registry. */
public final class ClusterSettings {

    private static final String REGISTRY_DEFAULT = "http://localhost:8081";

    private static final Setting<String> BOOTSTRAP_SERVERS =
            Setting.text(
                    "bootstrap.servers",
                    "brokers to begin with, as Kafka's clients want them",
                    "localhost:9092");

    /** All of them; where the registry is passes through as {@code schema.registry.url}. */
    static final List<Setting<?>> SETTINGS = List.of(BOOTSTRAP_SERVERS);

    private ClusterSettings() {}

    /**
     * Kafka and the registry; nothing is connected to yet.
     *
     * @throws org.apache.kafka.common.config.ConfigException if a setting of the registry is wrong
     */
    public static KafkaAccess open(SettingValues values) {
        Map<String, String> registry = new HashMap<>(values.passedThrough());
        registry.putIfAbsent(RegistrySettings.URL, REGISTRY_DEFAULT);
        return new KafkaAccess(
                values.get(BOOTSTRAP_SERVERS),
                SchemaRegistry.open(registry),
                values.passedThrough());
    }
}
