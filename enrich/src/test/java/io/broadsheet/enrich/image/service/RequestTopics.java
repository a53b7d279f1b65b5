package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.ImageId;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ImageCheckRequest;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.web.url.RegistrableHost;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;
import java.util.stream.Collectors;

/** The topics of the image checker, from outside: requests go in, all else is read. */
final class RequestTopics implements AutoCloseable {

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final KafkaAccess access;
    private final KafkaProducer<String, byte[]> producer;
    private final Serde<ImageCheckRequest> requests;

    RequestTopics(String bootstrapServers, String registryUrl) {
        access = access(bootstrapServers, registryUrl);
        producer =
                new KafkaProducer<>(
                        access.producerProperties("test"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        requests = AvroSerde.of(Topics.IMAGE_CHECK_REQUESTS, access.registry());
    }

    static KafkaAccess access(String bootstrapServers, String registryUrl) {
        var registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(registryUrl)));
        return new KafkaAccess(bootstrapServers, registry, Map.of());
    }

    KafkaAccess access() {
        return access;
    }

    /** Asks for an image, with two minutes to answer. */
    void ask(String articleId, String url) {
        ask(articleId, url, InstantSource.system().instant().plus(Duration.ofMinutes(2)));
    }

    void ask(String articleId, String url, Instant deadline) {
        ImageCheckRequest request =
                ImageCheckRequest.newBuilder()
                        .setArticleId(articleId)
                        .setImageId(ImageId.of(url))
                        .setUrl(url)
                        .setArticleUrl("https://news.example/" + articleId)
                        .setRequestedAt(InstantSource.system().instant())
                        .setDeadline(deadline)
                        .build();
        String topic = Topics.IMAGE_CHECK_REQUESTS.name();
        String host = RegistrableHost.of(url).orElse("none");
        offer(host, requests.serializer().serialize(topic, request));
    }

    void offer(String key, byte[] value) {
        sent.add(
                producer.send(
                        new ProducerRecord<>(Topics.IMAGE_CHECK_REQUESTS.name(), key, value)));
    }

    void flush() {
        producer.flush();
        sent.forEach(Future::resultNow);
        sent.clear();
    }

    /** The articles that have at least one answer. */
    Set<String> answered() {
        return values(Topics.IMAGE_CHECK_RESULTS).stream()
                .map(ImageCheckResult::getArticleId)
                .collect(Collectors.toSet());
    }

    Optional<ImageCheckResult> answer(String articleId) {
        return values(Topics.IMAGE_CHECK_RESULTS).stream()
                .filter(result -> result.getArticleId().equals(articleId))
                .reduce((_, later) -> later);
    }

    /** All committed values of a topic, from its start to its end as it is now. */
    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        try (var consumer =
                new KafkaConsumer<>(
                        access.consumerProperties("none", "test"),
                        new StringDeserializer(),
                        AvroSerde.of(topic, access.registry()).deserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<V> values = new ArrayList<>();
            while (ends.entrySet().stream()
                    .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, V> record : consumer.poll(Duration.ofMillis(100))) {
                    values.add(record.value());
                }
            }
            return values;
        }
    }

    /** Offsets that the checkers have committed, summed over the partitions. */
    long committed() throws Exception {
        try (Admin admin = Admin.create(access.adminProperties("test"))) {
            return admin
                    .listConsumerGroupOffsets(CheckImagesConfig.GROUP_ID)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .values()
                    .stream()
                    .mapToLong(OffsetAndMetadata::offset)
                    .sum();
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
