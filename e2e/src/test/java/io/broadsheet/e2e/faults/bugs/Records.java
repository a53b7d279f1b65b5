package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;

/** Records as the services write them, with the least that the contract asks for. */
record Records(SchemaRegistry registry) {

    static KafkaProducer<byte[], byte[]> producer(Bench bench, Optional<String> transactionalId) {
        Map<String, Object> settings = bench.access().producerProperties("seeded-bug");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        transactionalId.ifPresent(id -> settings.put(ProducerConfig.TRANSACTIONAL_ID_CONFIG, id));
        return new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer());
    }

    /** Sends all and waits until they are acknowledged. */
    static void send(
            KafkaProducer<byte[], byte[]> producer, List<ProducerRecord<byte[], byte[]>> records) {
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        producer.flush();
        sent.forEach(Future::resultNow);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    <V extends SpecificRecord> ProducerRecord<byte[], byte[]> record(
            Topic<V> topic, String key, V value) {
        try (var serde = AvroSerde.of(topic, registry)) {
            byte[] bytes = serde.serializer().serialize(topic.name(), value);
            return new ProducerRecord<>(topic.name(), bytes(key), bytes);
        }
    }

    /** The same version on both topics. */
    List<ProducerRecord<byte[], byte[]>> versions(
            String id, int version, String text, RecordRef raw) {
        int newline = text.indexOf('\n');
        EnrichedArticle article =
                EnrichedArticle.newBuilder()
                        .setArticleId(id)
                        .setVersion(version)
                        .setContentHash(Sha256.tagged(text))
                        .setState(EnrichmentState.COMPLETE)
                        .setSource(Source.newBuilder().setSourceId("faults").build())
                        .setHeadline(text.substring(0, newline))
                        .setArticleBody(text.substring(newline + 1))
                        .setFirstCreated(Instant.EPOCH)
                        .setVersionCreated(Instant.EPOCH)
                        .setRawRef(raw)
                        .build();
        return List.of(record(Topics.REVISIONS, id, article), record(Topics.ENRICHED, id, article));
    }

    ProducerRecord<byte[], byte[]> outcome(String id, String kind, int version, RecordRef raw) {
        ArticleOutcome outcome =
                ArticleOutcome.newBuilder()
                        .setArticleId(id)
                        .setSourceId("faults")
                        .setRawRef(raw)
                        .setKind(OutcomeKind.valueOf(kind))
                        .setVersion(version == 0 ? null : version)
                        .setDecidedAt(Instant.EPOCH)
                        .build();
        return record(Topics.OUTCOMES, id, outcome);
    }
}
