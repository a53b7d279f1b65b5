package io.broadsheet.syndicate;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.syndicate.webhook.Trouble;
import io.broadsheet.syndicate.webhook.WebhookService;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/** A broker and a registry in this process, and somebody who publishes articles. */
public final class Newsroom implements AutoCloseable {

    private final EmbeddedPlatform platform;
    private final KafkaAccess kafka;
    private final Producer<String, byte[]> producer;

    private Newsroom(EmbeddedPlatform platform) {
        this.platform = platform;
        this.kafka =
                new KafkaAccess(
                        platform.bootstrapServers(),
                        new HttpSchemaRegistry(
                                RegistrySettings.of(URI.create(platform.registryUrl()))),
                        Map.of());
        this.producer =
                new KafkaProducer<>(
                        kafka.producerProperties("newsroom"),
                        new StringSerializer(),
                        new ByteArraySerializer());
    }

    /** Opens one. */
    public static Newsroom open(Path data) {
        return new Newsroom(EmbeddedPlatform.start(PlatformOptions.anyPorts(data)));
    }

    /** Where Kafka and the registry are. */
    public KafkaAccess kafka() {
        return kafka;
    }

    /** Publishes the latest version of an article, and waits until Kafka has it. */
    public void publish(EnrichedArticle article) {
        publish(Topics.ENRICHED, article.getArticleId(), article);
    }

    /** Publishes a version among all versions, and waits until Kafka has it. */
    public void publishRevision(EnrichedArticle article) {
        publish(Topics.REVISIONS, article.getArticleId(), article);
    }

    /** Publishes that there is no such article any more. */
    public void bury(String articleId) {
        publish(Topics.ENRICHED, articleId, null);
    }

    private void publish(
            Topic<EnrichedArticle> topic, String key, @Nullable EnrichedArticle article) {
        if (article == null) {
            send(topic.name(), key, null);
        } else {
            put(topic, key, article);
        }
    }

    /** Writes a record of any topic, and waits until Kafka has it. */
    public <V extends SpecificRecord> void put(Topic<V> topic, String key, V value) {
        send(
                topic.name(),
                key,
                AvroSerde.of(topic, kafka.registry()).serializer().serialize(topic.name(), value));
    }

    /** Writes bytes as they are, and waits until Kafka has them. */
    public void putBytes(String topic, String key, ByteBuffer value) {
        byte[] bytes = new byte[value.remaining()];
        value.duplicate().get(bytes);
        send(topic, key, bytes);
    }

    /** All records of a topic, partition by partition. */
    public <V extends SpecificRecord> List<V> all(Topic<V> topic) {
        var reader = AvroSerde.of(topic, kafka.registry()).deserializer();
        List<V> all = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer()) {
            consumer.assign(partitions(consumer, topic.name()));
            consumer.seekToBeginning(consumer.assignment());
            var ends = consumer.endOffsets(consumer.assignment());
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(it -> all.add(reader.deserialize(topic.name(), it.value())));
            }
        }
        return all;
    }

    /** Has a group begin behind the last record of each topic, as whoever adds a webhook does. */
    public void commitEnds(String group, List<String> topics) {
        Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
        try (Consumer<byte[], byte[]> consumer = consumer();
                Admin admin = Admin.create(kafka.adminProperties("newsroom-admin"))) {
            for (String topic : topics) {
                consumer.endOffsets(partitions(consumer, topic))
                        .forEach((partition, end) ->
                                ends.put(partition, new OffsetAndMetadata(end)));
            }
            var _ = admin.alterConsumerGroupOffsets(group, ends).all().get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What is in the way of a webhook, partition by partition. */
    public List<Trouble> troubles(String webhook) {
        String group = WebhookService.group(webhook);
        try (Admin admin = Admin.create(kafka.adminProperties("newsroom-admin"))) {
            return admin
                    .listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .flatMap(it -> Trouble.of(it).stream())
                    .toList();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Consumer<byte[], byte[]> consumer() {
        return new KafkaConsumer<>(
                kafka.consumerProperties("newsroom", "newsroom"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(Consumer<?, ?> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private void send(String topic, String key, byte @Nullable [] value) {
        try {
            var _ = producer.send(new ProducerRecord<>(topic, key, value)).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
        platform.close();
    }
}
