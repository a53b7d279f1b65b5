package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A small enrichment: read, write and commit in one transaction, with at most one bug. */
final class FaultyEnrich implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int BATCH = 5;

    private final Bench bench;
    private final Bug bug;
    private final Mishaps mishaps;
    private final Records records;
    private final DeadLetters letters = new DeadLetters("enrich", "test", InstantSource.system());
    private final KafkaProducer<byte[], byte[]> producer;
    private final KafkaProducer<byte[], byte[]> second;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final List<TopicPartition> partitions = new ArrayList<>();

    private FaultyEnrich(Bench bench, Bug bug, Mishaps mishaps) {
        this.bench = bench;
        this.bug = bug;
        this.mishaps = mishaps;
        records = new Records(bench.registry());
        producer = Records.producer(bench, Optional.of("enrich-" + bench.schema()));
        second = Records.producer(bench, Optional.empty());
        consumer = consumer();
    }

    /** Runs until everything is read, and again after each kill. */
    static void runToEnd(Bench bench, Bug bug, Mishaps mishaps) {
        boolean ended = false;
        while (!ended) {
            try (var enrich = new FaultyEnrich(bench, bug, mishaps)) {
                enrich.begin();
                enrich.enrichAll();
                ended = true;
            } catch (KilledException e) {
                ended = false; // another one is started
            }
        }
    }

    private void begin() {
        producer.initTransactions();
        consumer.partitionsFor(Topics.RAW.name())
                .forEach(
                        info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
        consumer.assign(partitions);
        Map<TopicPartition, OffsetAndMetadata> committed =
                consumer.committed(new HashSet<>(partitions));
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata offset = committed.get(partition);
            consumer.seek(partition, offset == null ? bench.start(partition) : offset.offset());
        }
    }

    private void enrichAll() {
        while (!isAtEnd()) {
            List<ConsumerRecord<byte[], byte[]>> batch = new ArrayList<>();
            consumer.poll(POLL).forEach(batch::add);
            producer.beginTransaction();
            batch.forEach(this::enrich);
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            partitions.forEach(partition ->
                    offsets.put(partition, new OffsetAndMetadata(consumer.position(partition))));
            producer.sendOffsetsToTransaction(offsets, consumer.groupMetadata());
            mishaps.mayKill();
            producer.commitTransaction();
        }
    }

    private boolean isAtEnd() {
        return consumer.endOffsets(partitions).entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void enrich(ConsumerRecord<byte[], byte[]> record) {
        RecordRef ref =
                RecordRef.newBuilder()
                        .setTopic(record.topic())
                        .setPartition(record.partition())
                        .setOffset(record.offset())
                        .build();
        try (var serde = AvroSerde.of(Topics.RAW, bench.registry())) {
            RawArticle raw = serde.deserializer().deserialize(record.topic(), record.value());
            String id = raw.getArticleId();
            String text = String.valueOf(raw.getTitle());
            Records.send(producer, records.versions(id, 1, text, ref));
            Records.send(producer, List.of(records.outcome(id, "ENRICHED", 1, ref)));
        } catch (AvroCorruptException e) {
            bury(record, ref, new Rejection(FailureCode.AVRO_CORRUPT, "test"));
        } catch (SchemaUnknownException e) {
            bury(record, ref, new Rejection(FailureCode.SCHEMA_UNKNOWN, "test"));
        }
    }

    private void bury(ConsumerRecord<byte[], byte[]> record, RecordRef ref, Rejection why) {
        DeadLetter letter =
                letters.ofRecord(
                        FailureStage.ENRICH_PROCESS,
                        why,
                        ref,
                        new DeadLetters.Original(
                                record.key(),
                                Optional.of(payload(record.value())),
                                record.headers(),
                                record.timestamp()));
        var buried = records.record(Topics.ENRICH_DEAD_LETTERS, letter.getDeadLetterId(), letter);
        Records.send(bug == Bug.SECOND_PRODUCER ? second : producer, List.of(buried));
        Records.send(
                producer, List.of(records.outcome(letter.getDeadLetterId(), "BURIED", 0, ref)));
    }

    private static Payload payload(byte[] bytes) {
        try {
            return Payload.of(bytes, ClaimStore.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private KafkaConsumer<byte[], byte[]> consumer() {
        Map<String, Object> settings =
                bench.access().consumerProperties("enrich-" + bench.schema(), "seeded-bug");
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        return new KafkaConsumer<>(
                settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /**
     * The producer is not closed in order: its transaction stays open until the next one begins.
     */
    @Override
    public void close() {
        producer.close(Duration.ZERO);
        try (consumer;
                second) {
            partitions.clear();
        }
    }
}
