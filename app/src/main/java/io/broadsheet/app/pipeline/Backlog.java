package io.broadsheet.app.pipeline;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;

/**
 * Whether a reader has come to the end of a topic.
 *
 * <p>Offsets alone cannot tell: behind the last record may lie transaction markers, which no reader
 * ever sees. So this reads on from where the reader stands, and finds a record or the end.
 */
final class Backlog implements AutoCloseable {

    private static final Duration ONE_LOOK_MAX = Duration.ofSeconds(5);
    private static final Duration POLL = Duration.ofMillis(50);

    private final Consumer<byte[], byte[]> consumer;
    private final Admin admin;
    private final InstantSource clock;

    Backlog(KafkaAccess kafka, InstantSource clock) {
        Map<String, Object> properties =
                kafka.consumerProperties("broadsheet-backlog", "broadsheet-backlog");
        properties.put("max.poll.records", 1);
        this.consumer =
                new KafkaConsumer<>(
                        properties, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        this.admin = Admin.create(kafka.adminProperties("broadsheet-backlog-admin"));
        this.clock = clock;
    }

    /** Whether a group has committed all committed records of a topic. */
    boolean isEmpty(String groupId, Topic<?> topic) throws InterruptedException {
        Map<TopicPartition, Long> positions = new HashMap<>();
        partitionsOf(topic).forEach(partition -> positions.put(partition, 0L));
        committed(groupId)
                .forEach((partition, offset) ->
                        positions.computeIfPresent(partition, (same, start) -> offset.offset()));
        return isEmpty(positions);
    }

    /** Whether there is no committed record from these positions on. */
    boolean isEmpty(Map<TopicPartition, Long> positions) {
        consumer.assign(positions.keySet());
        Map<TopicPartition, Long> ends = consumer.endOffsets(positions.keySet());
        Map<TopicPartition, Long> starts = consumer.beginningOffsets(positions.keySet());
        positions.forEach((partition, position) ->
                consumer.seek(partition, Math.max(position, starts.getOrDefault(partition, 0L))));
        Instant giveUp = clock.instant().plus(ONE_LOOK_MAX);
        while (ends.entrySet().stream()
                .anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
            if (!consumer.poll(POLL).isEmpty() || clock.instant().isAfter(giveUp)) {
                return false;
            }
        }
        return true;
    }

    private List<TopicPartition> partitionsOf(Topic<?> topic) {
        return consumer.partitionsFor(topic.name()).stream()
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .toList();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed(String groupId)
            throws InterruptedException {
        try {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            admin.listConsumerGroupOffsets(groupId)
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .forEach((partition, offset) -> {
                        if (offset != null) {
                            offsets.put(partition, offset);
                        }
                    });
            return offsets;
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot read the offsets of " + groupId, e);
        }
    }

    @Override
    public void close() {
        consumer.close(CloseOptions.timeout(Duration.ZERO)); // it is of no group that would wait
        admin.close();
    }
}
