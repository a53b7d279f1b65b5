package io.broadsheet.embedded.registry;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;

/** The registry's memory: a compacted topic with one partition, written by this process only. */
final class SchemaLog implements AutoCloseable {

    private static final TopicPartition TOPIC = new TopicPartition("_schemas", 0);
    private static final Duration ANSWER_TIME_MAX = Duration.ofSeconds(30);
    private static final Duration POLL_TIME = Duration.ofMillis(200);
    private static final int BUFFER_BYTES = 4 * 1024 * 1024;

    private final Map<String, Object> servers;
    private final Producer<byte[], byte[]> producer;

    private SchemaLog(Map<String, Object> servers) {
        this.servers = servers;
        Map<String, Object> settings = new HashMap<>(servers);
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.BUFFER_MEMORY_CONFIG, (long) BUFFER_BYTES);
        settings.put(ProducerConfig.MAX_BLOCK_MS_CONFIG, ANSWER_TIME_MAX.toMillis());
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        settings.put(
                ProducerConfig.DELIVERY_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWER_TIME_MAX.toMillis()));
        settings.put(
                ProducerConfig.REQUEST_TIMEOUT_MS_CONFIG,
                Math.toIntExact(ANSWER_TIME_MAX.toMillis() / 3));
        producer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Opens the topic, making it if it is missing. */
    static SchemaLog open(String bootstrapServers) {
        Map<String, Object> servers =
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers,
                        CommonClientConfigs.CLIENT_ID_CONFIG,
                        "broadsheet-embedded-registry");
        try (Admin admin = Admin.create(servers)) {
            createIfMissing(admin);
        }
        return new SchemaLog(servers);
    }

    /** Tells all entries that are in the topic by now, in their order. */
    void replay(Consumer<Entry> listener) {
        Map<String, Object> settings = new HashMap<>(servers);
        settings.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            consumer.assign(List.of(TOPIC));
            consumer.seekToBeginning(List.of(TOPIC));
            long end = consumer.endOffsets(List.of(TOPIC), ANSWER_TIME_MAX).getOrDefault(TOPIC, 0L);
            while (consumer.position(TOPIC, ANSWER_TIME_MAX) < end) {
                consumer.poll(POLL_TIME)
                        .forEach(record ->
                                EntryCodec.decode(record.key(), record.value())
                                        .ifPresent(listener));
            }
        }
    }

    /**
     * Appends in this order; all of them are safe once it returns.
     *
     * @throws KafkaException if the broker did not take them
     */
    void append(List<Entry> entries) {
        List<Future<RecordMetadata>> pending = new ArrayList<>();
        for (Entry entry : entries) {
            pending.add(producer.send(EntryCodec.encode(TOPIC.topic(), entry)));
        }
        pending.forEach(SchemaLog::await);
    }

    @Override
    public void close() {
        producer.close(ANSWER_TIME_MAX);
    }

    private static void createIfMissing(Admin admin) {
        NewTopic topic =
                new NewTopic(TOPIC.topic(), 1, (short) 1)
                        .configs(
                                Map.of(
                                        TopicConfig.CLEANUP_POLICY_CONFIG,
                                        TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            await(admin.createTopics(List.of(topic)).all());
        } catch (TopicExistsException _) {
            // From an earlier run: what is in it is what we are here for.
        }
    }

    private static void await(Future<?> future) {
        try {
            future.get(ANSWER_TIME_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof KafkaException known ? known : new KafkaException(e);
        } catch (TimeoutException e) {
            throw new KafkaException("the broker did not answer in " + ANSWER_TIME_MAX, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted while the broker was asked", e);
        }
    }
}
