package io.broadsheet.embedded.subscribe;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** Writes to the enriched topic what enrichment would, and what it never should. */
final class Newsroom implements AutoCloseable {

    static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");

    private static final Topic<EnrichedArticle> TOPIC = Topics.ENRICHED;

    private final Map<String, Object> servers;
    private final Serializer<EnrichedArticle> values;
    private final KafkaProducer<String, byte[]> producer;

    Newsroom(EmbeddedPlatform platform) {
        this.servers = Map.of("bootstrap.servers", platform.bootstrapServers());
        var registry =
                new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
        this.values = AvroSerde.of(TOPIC, registry).serializer();
        this.producer =
                new KafkaProducer<>(servers, new StringSerializer(), new ByteArraySerializer());
    }

    /** Lets the group begin behind all that was written before. */
    void beginAtTheEnd(String group) throws Exception {
        try (Admin admin = Admin.create(servers)) {
            Map<TopicPartition, OffsetSpec> partitions = new HashMap<>();
            for (int partition = 0; partition < TOPIC.layout().devPartitions(); partition++) {
                partitions.put(new TopicPartition(TOPIC.name(), partition), OffsetSpec.latest());
            }
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            admin.listOffsets(partitions)
                    .all()
                    .get(30, TimeUnit.SECONDS)
                    .forEach((partition, end) ->
                            ends.put(partition, new OffsetAndMetadata(end.offset())));
            admin.alterConsumerGroupOffsets(group, ends).all().get(30, TimeUnit.SECONDS);
        }
    }

    /** Articles of these ids, all in partition 0 and so in this order. */
    void publish(List<String> ids) throws Exception {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (String id : ids) {
            sent.add(producer.send(record(id, NOON, bytes(id))));
        }
        for (Future<RecordMetadata> one : sent) {
            one.get(30, TimeUnit.SECONDS);
        }
    }

    /** An article of that ingestion time. */
    void publish(String id, Instant time) throws Exception {
        producer.send(record(id, time, bytes(id))).get(30, TimeUnit.SECONDS);
    }

    /** These bytes as they are, null for a tombstone. */
    void write(String id, byte @Nullable [] value) throws Exception {
        producer.send(record(id, NOON, value)).get(30, TimeUnit.SECONDS);
    }

    /** An article in a transaction that is given up. */
    void publishAborted(String id) throws Exception {
        Map<String, Object> settings = new HashMap<>(servers);
        settings.put("transactional.id", "aborted");
        try (var transaction =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            transaction.initTransactions();
            transaction.beginTransaction();
            transaction.send(record(id, NOON, bytes(id))).get(30, TimeUnit.SECONDS);
            transaction.abortTransaction();
        }
    }

    /** Where the group is to go on, by partition. */
    Map<TopicPartition, OffsetAndMetadata> offsets(String group) throws Exception {
        try (Admin admin = Admin.create(servers)) {
            return admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(30, TimeUnit.SECONDS);
        }
    }

    @Override
    public void close() {
        producer.close();
    }

    private byte[] bytes(String id) {
        return values.serialize(TOPIC.name(), article(id));
    }

    private static ProducerRecord<String, byte[]> record(
            String id, Instant time, byte @Nullable [] value) {
        return new ProducerRecord<>(TOPIC.name(), 0, time.toEpochMilli(), id, value);
    }

    private static EnrichedArticle article(String id) {
        return EnrichedArticle.newBuilder()
                .setArticleId(id)
                .setVersion(1)
                .setContentHash("sha256:" + id)
                .setSource(Source.newBuilder().setSourceId("paper").build())
                .setHeadline("Headline of " + id)
                .setFirstCreated(NOON)
                .setVersionCreated(NOON)
                .setRawRef(new RecordRef("news.articles.raw.v1", 0, 0L))
                .build();
    }
}
