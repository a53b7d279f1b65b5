package io.broadsheet.runtime.kafka;

import io.broadsheet.runtime.trace.Tracing;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;

import java.util.HashMap;
import java.util.Map;

/**
 * Where Kafka and the registry are, and the settings of every client. A user's settings win: {@code
 * kafka.X} holds for all clients, {@code kafka.producer.X} (consumer, admin, streams) for one kind.
 *
 * @param bootstrapServers as Kafka wants them
 * @param registry the schemas
 * @param settings the user's, by prefixed name
 * @param tracing where spans go of what is read and written
 */
public record KafkaAccess(
        String bootstrapServers,
        SchemaRegistry registry,
        Map<String, String> settings,
        Tracing tracing) {

    private static final int BATCH_BYTES = 128 * 1024;
    private static final int LINGER_MS = 20;

    public KafkaAccess {
        settings = Map.copyOf(settings);
    }

    /** The same with nobody who looks at spans. */
    public KafkaAccess(
            String bootstrapServers, SchemaRegistry registry, Map<String, String> settings) {
        this(bootstrapServers, registry, settings, Tracing.off());
    }

    /** The same with spans that go there. */
    public KafkaAccess with(Tracing spans) {
        return new KafkaAccess(bootstrapServers, registry, settings, spans);
    }

    /** A producer that loses nothing: acknowledged by all replicas, idempotent. */
    public Map<String, Object> producerProperties(String clientId) {
        Map<String, Object> properties = common(clientId);
        putProducerDefaults(properties, "");
        return withUserSettings(properties, Kind.PRODUCER);
    }

    /** A consumer of committed records that commits when it is told to. */
    public Map<String, Object> consumerProperties(String groupId, String clientId) {
        Map<String, Object> properties = common(clientId);
        properties.put(ConsumerConfig.GROUP_ID_CONFIG, groupId);
        properties.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        properties.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        properties.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        properties.put(ConsumerConfig.MAX_PARTITION_FETCH_BYTES_CONFIG, Topics.RECORD_BYTES_MAX);
        return withUserSettings(properties, Kind.CONSUMER);
    }

    /** An admin client. */
    public Map<String, Object> adminProperties(String clientId) {
        return withUserSettings(common(clientId), Kind.ADMIN);
    }

    /** What a Streams application needs to reach Kafka; its own settings are the caller's. */
    public Map<String, Object> streamsProperties(String applicationId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put("application.id", applicationId);
        putProducerDefaults(properties, "producer.");
        copy(Kind.ALL, properties, "");
        copy(Kind.PRODUCER, properties, "producer.");
        copy(Kind.CONSUMER, properties, "main.consumer.");
        copy(Kind.STREAMS, properties, "");
        return properties;
    }

    private Map<String, Object> common(String clientId) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        properties.put(CommonClientConfigs.CLIENT_ID_CONFIG, clientId);
        return properties;
    }

    private static void putProducerDefaults(Map<String, Object> properties, String prefix) {
        properties.put(prefix + ProducerConfig.ACKS_CONFIG, "all");
        properties.put(prefix + ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        properties.put(prefix + ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        properties.put(prefix + ProducerConfig.BATCH_SIZE_CONFIG, BATCH_BYTES);
        properties.put(prefix + ProducerConfig.LINGER_MS_CONFIG, LINGER_MS);
        properties.put(prefix + ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Topics.RECORD_BYTES_MAX);
    }

    private Map<String, Object> withUserSettings(Map<String, Object> properties, Kind kind) {
        copy(Kind.ALL, properties, "");
        copy(kind, properties, "");
        return properties;
    }

    private void copy(Kind kind, Map<String, Object> properties, String under) {
        settings.forEach((key, value) -> {
            if (Kind.of(key) == kind) {
                properties.put(under + key.substring(kind.prefix.length()), value);
            }
        });
    }

    /** Whom a setting is for. */
    private enum Kind {
        PRODUCER("kafka.producer."),
        CONSUMER("kafka.consumer."),
        ADMIN("kafka.admin."),
        STREAMS("kafka.streams."),
        ALL("kafka."),
        NONE("");

        private final String prefix;

        Kind(String prefix) {
            this.prefix = prefix;
        }

        /** The first kind whose prefix the key has; NONE takes what is not Kafka's. */
        static Kind of(String key) {
            for (Kind kind : values()) {
                if (key.startsWith(kind.prefix)) {
                    return kind;
                }
            }
            return NONE;
        }
    }
}
