package io.broadsheet.e2e.faults.bugs;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;

import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * Enrichment on Kafka Streams that leaves its dead letters to Streams' own handler: it forwards,
 * and then it throws.
 */
final class HandlerOnly implements AutoCloseable {

    private final KafkaStreams streams;

    HandlerOnly(Bench bench, Path state) {
        var settings = new Properties();
        settings.putAll(bench.access().streamsProperties("handler-only-" + bench.schema()));
        settings.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        settings.put(StreamsConfig.STATE_DIR_CONFIG, state.toString());
        settings.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        settings.put(
                StreamsConfig.ERRORS_DEAD_LETTER_QUEUE_TOPIC_NAME_CONFIG,
                Topics.ENRICH_DEAD_LETTERS.name());
        streams = new KafkaStreams(topology(bench), settings);
        streams.start();
    }

    private static Topology topology(Bench bench) {
        var bytes = new ByteArrayDeserializer();
        var topology = new Topology();
        topology.addSource("raw", bytes, bytes, Topics.RAW.name());
        topology.addProcessor("enrich", () -> new Enrich(bench), "raw");
        for (var topic : List.of(Topics.ENRICHED, Topics.REVISIONS, Topics.OUTCOMES)) {
            topology.addSink(
                    topic.name(),
                    topic.name(),
                    new ByteArraySerializer(),
                    new ByteArraySerializer(),
                    "enrich");
        }
        return topology;
    }

    /** Forwards everything, and is then unhappy about some of it. */
    private static final class Enrich implements Processor<byte[], byte[], byte[], byte[]> {

        private final Bench bench;
        private final Records records;
        private ProcessorContext<byte[], byte[]> context;

        Enrich(Bench bench) {
            this.bench = bench;
            this.records = new Records(bench.registry());
        }

        @Override
        public void init(ProcessorContext<byte[], byte[]> context) {
            this.context = context;
        }

        @Override
        public void process(Record<byte[], byte[]> record) {
            RecordMetadata place = context.recordMetadata().orElseThrow();
            if (place.offset()
                    < bench.start(new TopicPartition(place.topic(), place.partition()))) {
                return; // of an earlier case
            }
            RecordRef ref =
                    RecordRef.newBuilder()
                            .setTopic(place.topic())
                            .setPartition(place.partition())
                            .setOffset(place.offset())
                            .build();
            try (var serde = AvroSerde.of(Topics.RAW, bench.registry())) {
                RawArticle raw = serde.deserializer().deserialize(place.topic(), record.value());
                String id = raw.getArticleId();
                String text = String.valueOf(raw.getTitle());
                records.versions(id, 1, text, ref).forEach(this::forward);
                forward(records.outcome(id, "ENRICHED", 1, ref));
                if (place.offset() % 2 == 0) {
                    throw new IllegalStateException("too late");
                }
            }
        }

        private void forward(ProducerRecord<byte[], byte[]> record) {
            context.forward(new Record<>(record.key(), record.value(), 0), record.topic());
        }
    }

    @Override
    public void close() {
        streams.close();
    }
}
