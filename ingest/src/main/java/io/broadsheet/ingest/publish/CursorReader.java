package io.broadsheet.ingest.publish;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.IngestCursor;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.IsolationLevel;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.Deserializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/**
 * Reads the cursors of one source from their topic. It reads to the end that uncommitted readers
 * see: a reader of committed records alone would stop before another source's open transaction and
 * miss what this source has committed behind it. Such a transaction ends by itself, at the latest
 * by its time-out, so the wait is bounded.
 */
final class CursorReader {

    private static final Duration POLL_MAX = Duration.ofMillis(200);
    private static final Duration READ_MAX = Duration.ofMinutes(3);

    private final KafkaClients clients;
    private final Deserializer<IngestCursor> deserializer;
    private final InstantSource clock;

    CursorReader(KafkaClients clients, SchemaRegistry registry, InstantSource clock) {
        this.clients = clients;
        this.deserializer = AvroSerde.of(Topics.INGEST_CURSORS, registry).deserializer();
        this.clock = clock;
    }

    /**
     * @throws TimeoutException if the end was not reached in three minutes
     */
    Cursors read(SourceId source) {
        Map<TopicPartition, Long> ends = ends();
        var cursors = new Cursors();
        try (Consumer<byte[], byte[]> consumer = clients.consumer(IsolationLevel.READ_COMMITTED)) {
            consumer.assign(ends.keySet());
            consumer.seekToBeginning(ends.keySet());
            Instant deadline = clock.instant().plus(READ_MAX);
            while (!isAtEnd(consumer, ends)) {
                if (clock.instant().isAfter(deadline)) {
                    throw new TimeoutException("the end of the cursors was not reached");
                }
                consumer.poll(POLL_MAX).forEach(record -> apply(record, source, cursors));
            }
        }
        return cursors;
    }

    private Map<TopicPartition, Long> ends() {
        String topic = Topics.INGEST_CURSORS.name();
        try (Consumer<byte[], byte[]> consumer =
                clients.consumer(IsolationLevel.READ_UNCOMMITTED)) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(p -> new TopicPartition(topic, p.partition()))
                            .toList();
            return consumer.endOffsets(partitions);
        }
    }

    private static boolean isAtEnd(
            Consumer<byte[], byte[]> consumer, Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void apply(ConsumerRecord<byte[], byte[]> record, SourceId source, Cursors cursors) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        String prefix = RecordWriter.cursorKey(source.value(), "");
        if (!key.startsWith(prefix)) {
            return;
        }
        String document = key.substring(prefix.length());
        if (record.value() == null) {
            cursors.remove(document);
        } else {
            IngestCursor cursor = deserializer.deserialize(record.topic(), record.value());
            cursors.put(document, Seen.of(cursor));
        }
    }
}
