package io.broadsheet.ingest.publish;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * Real clients, as they are set for this installation; what ingest relies on is not left to
 * settings.
 */
public final class ConfiguredClients implements KafkaClients {

    private static final String CLIENT_ID = "broadsheet-ingest";

    private final Map<String, Object> producer;
    private final Map<String, Object> consumer;

    /**
     * @param producer settings under Kafka's own names: servers, security, batching
     * @param consumer likewise; a group is not used
     */
    public ConfiguredClients(Map<String, Object> producer, Map<String, Object> consumer) {
        this.producer = Map.copyOf(producer);
        this.consumer = Map.copyOf(consumer);
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = new HashMap<>(producer);
        settings.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> settings = new HashMap<>(consumer);
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG);
        settings.remove(ConsumerConfig.GROUP_PROTOCOL_CONFIG);
        settings.putIfAbsent(CommonClientConfigs.CLIENT_ID_CONFIG, CLIENT_ID + "-cursors");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation.toString().toLowerCase(Locale.ROOT));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
