package io.broadsheet.ingest.publish;

import io.broadsheet.runtime.kafka.KafkaAccess;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.Locale;
import java.util.Map;

/** Real clients, as they are set for this installation. */
public final class AccessClients implements KafkaClients {

    private static final String CLIENT_ID = "broadsheet-ingest";

    /**
     * A transaction is a few sends and a commit. While one of a dead process stays open, the start
     * of every other source waits for it.
     */
    private static final int TRANSACTION_MS_MAX = 30_000;

    private final KafkaAccess access;

    /** Clients of the Kafka that {@code access} leads to. */
    public AccessClients(KafkaAccess access) {
        this.access = access;
    }

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        Map<String, Object> settings = access.producerProperties(CLIENT_ID);
        settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, transactionalId);
        settings.putIfAbsent(ProducerConfig.TRANSACTION_TIMEOUT_CONFIG, TRANSACTION_MS_MAX);
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Its group is a name only: it assigns itself and commits nothing. */
    @Override
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        Map<String, Object> settings =
                access.consumerProperties(CLIENT_ID + "-cursors", CLIENT_ID + "-cursors");
        settings.put(
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                isolation.toString().toLowerCase(Locale.ROOT));
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }
}
