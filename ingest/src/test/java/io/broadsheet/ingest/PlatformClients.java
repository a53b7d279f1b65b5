package io.broadsheet.ingest;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.ingest.publish.KafkaClients;
import io.broadsheet.schemas.Topics;

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

import java.util.Locale;
import java.util.Map;

/** Clients of a platform in this JVM. */
record PlatformClients(EmbeddedPlatform platform) implements KafkaClients {

    @Override
    public Producer<byte[], byte[]> producer(String transactionalId) {
        return new KafkaProducer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ProducerConfig.TRANSACTIONAL_ID_CONFIG,
                        transactionalId,
                        ProducerConfig.MAX_REQUEST_SIZE_CONFIG,
                        Topics.RECORD_BYTES_MAX),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @Override
    public Consumer<byte[], byte[]> consumer(IsolationLevel isolation) {
        return new KafkaConsumer<>(
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        platform.bootstrapServers(),
                        ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                        isolation.toString().toLowerCase(Locale.ROOT)),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }
}
