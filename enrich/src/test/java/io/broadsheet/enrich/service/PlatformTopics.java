package io.broadsheet.enrich.service;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
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
import java.util.concurrent.Future;

/** The topics of an embedded platform, from outside: raw articles go in, all else is read. */
final class PlatformTopics implements AutoCloseable {

    /** Now: what is dated before the retention of its topic is deleted while the test looks. */
    private final Instant ingested = InstantSource.system().instant();

    private final List<Future<RecordMetadata>> sent = new ArrayList<>();
    private final KafkaAccess access;
    private final KafkaProducer<String, byte[]> producer;
    private final Serde<RawArticle> raw;

    PlatformTopics(EmbeddedPlatform platform) {
        access = access(platform.bootstrapServers(), platform.registryUrl());
        producer =
                new KafkaProducer<>(
                        access.producerProperties("test"),
                        new StringSerializer(),
                        new ByteArraySerializer());
        raw = AvroSerde.of(Topics.RAW, access.registry());
    }

    static KafkaAccess access(String bootstrapServers, String registryUrl) {
        var registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(registryUrl)));
        return new KafkaAccess(bootstrapServers, registry, Map.of());
    }

    void offer(String articleId, String body) {
        offer(article(articleId, body));
    }

    void offer(RawArticle article) {
        offerBytes(article.getArticleId(), raw.serializer().serialize(Topics.RAW.name(), article));
    }

    void offerBytes(String key, byte[] value) {
        sent.add(
                producer.send(
                        new ProducerRecord<>(
                                Topics.RAW.name(), null, ingested.toEpochMilli(), key, value)));
    }

    /** All that was offered is on the topic. */
    void flush() {
        producer.flush();
        sent.forEach(Future::resultNow);
        sent.clear();
    }

    /** All committed values of a topic, from its start to its end as it is now. */
    <V extends SpecificRecord> List<V> values(Topic<V> topic) {
        try (var consumer = consumer(topic)) {
            List<TopicPartition> partitions = partitions(consumer, topic);
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

    /** Where the topic ends for readers of committed records, summed over its partitions. */
    long end(Topic<?> topic) {
        try (var consumer = consumer(topic)) {
            return consumer.endOffsets(partitions(consumer, topic)).values().stream()
                    .mapToLong(Long::longValue)
                    .sum();
        }
    }

    /** How many partitions a topic has. */
    int partitions(Topic<?> topic) {
        return producer.partitionsFor(topic.name()).size();
    }

    @Override
    public void close() {
        producer.close();
    }

    private <V extends SpecificRecord> KafkaConsumer<String, V> consumer(Topic<V> topic) {
        return new KafkaConsumer<>(
                access.consumerProperties("none", "test"),
                new StringDeserializer(),
                AvroSerde.of(topic, access.registry()).deserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, Topic<?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    RawArticle article(String articleId, String body) {
        return RawArticle.newBuilder()
                .setArticleId(articleId)
                .setSource(Source.newBuilder().setSourceId("harbour-news").build())
                .setTitle("The ferry is late")
                .setContent(
                        Content.newBuilder().setValue(body).setDigest(Sha256.tagged(body)).build())
                .setContentHash(Sha256.tagged(body))
                .setFetch(
                        FetchContext.newBuilder()
                                .setFetchId("f1")
                                .setRequestUrl("file:/inbox/" + articleId + ".md")
                                .setRetrievedAt(ingested)
                                .build())
                .setIngestedAt(ingested)
                .build();
    }
}
