package io.broadsheet.schemas.subscribe;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.config.ConfigException;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a stream is set to, split between Kafka's consumer and the registry's client: each is given
 * its own, under the names that its users know.
 */
final class StreamSettings {

    private static final List<String> REGISTRY_PREFIXES =
            List.of("schema.registry.", "basic.auth.", "bearer.auth.");

    /** Without these values nothing would be read at least once. */
    private static final Map<String, String> DECIDED =
            Map.of(
                    ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                    "false",
                    ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                    "read_committed");

    private static final List<String> DESERIALIZERS =
            List.of(
                    ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG,
                    ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG);

    /** As users say it: a new group gets all that the topic holds, and makes no topics. */
    private static final Map<String, String> DEFAULTS =
            Map.of(
                    ConsumerConfig.AUTO_OFFSET_RESET_CONFIG,
                    "earliest",
                    ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG,
                    "false");

    private final Map<String, Object> given;

    /**
     * @throws ConfigException if one is missing, or contradicts what the stream promises
     */
    StreamSettings(Map<String, Object> given) {
        this.given = Map.copyOf(given);
        require(ConsumerConfig.GROUP_ID_CONFIG, "which offsets are the program's own");
        require(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, "where Kafka is");
        DECIDED.forEach(this::refuseOther);
        DESERIALIZERS.forEach(this::refuse);
    }

    /** For Kafka's consumer, without those of the registry. */
    Map<String, Object> ofConsumer() {
        Map<String, Object> settings = new LinkedHashMap<>(DEFAULTS);
        given.forEach((key, value) -> {
            if (REGISTRY_PREFIXES.stream().noneMatch(key::startsWith)) {
                settings.put(key, value);
            }
        });
        settings.putAll(DECIDED);
        return settings;
    }

    /** For the registry's client, which knows its own. */
    Map<String, Object> ofRegistry() {
        return given;
    }

    private void require(String key, String meaning) {
        Object value = given.get(key);
        if (value == null || value.toString().isBlank()) {
            throw new ConfigException(key + ": required, " + meaning);
        }
    }

    private void refuseOther(String key, String decided) {
        Object value = given.get(key);
        if (value != null && !decided.equals(value.toString())) {
            throw new ConfigException(
                    key, value, "an ArticleStream needs " + decided + "; leave the setting out");
        }
    }

    private void refuse(String key) {
        if (given.containsKey(key)) {
            throw new ConfigException(
                    key, given.get(key), "an ArticleStream has its own; leave the setting out");
        }
    }
}
