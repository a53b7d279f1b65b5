package io.broadsheet.ingest.backfill;

import io.broadsheet.schemas.Topics;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Lets articles go on from the lane of backfills to the raw topic, each once: key, value and
 * headers as they are, the time of the record now. An article goes to the partition of the same
 * number, where the live ones with its key go too. Used by one thread; after a failure it is of no
 * more use.
 */
final class BackfillLane implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> consumer;
    private final Producer<byte[], byte[]> producer;
    private final InstantSource clock;

    /**
     * @param consumer of the group, gives few records at a time; closed with this
     * @param producer transactional and begun; closed with this
     */
    BackfillLane(
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            InstantSource clock) {
        this.consumer = consumer;
        this.producer = producer;
        this.clock = clock;
        consumer.subscribe(List.of(Topics.BACKFILL.name()));
    }

    /**
     * Lets a few go on.
     *
     * @param open partitions that take more
     * @return how many went
     * @throws org.apache.kafka.common.KafkaException if nothing went, or nobody knows what
     */
    int move(Set<Integer> open) {
        Map<Boolean, Set<TopicPartition>> assigned =
                consumer.assignment().stream()
                        .collect(
                                Collectors.partitioningBy(
                                        it -> open.contains(it.partition()), Collectors.toSet()));
        consumer.resume(assigned.getOrDefault(true, Set.of()));
        consumer.pause(assigned.getOrDefault(false, Set.of()));
        ConsumerRecords<byte[], byte[]> records = consumer.poll(POLL);
        if (!records.isEmpty()) {
            producer.beginTransaction();
            records.forEach(this::send);
            producer.sendOffsetsToTransaction(records.nextOffsets(), consumer.groupMetadata());
            producer.commitTransaction();
        }
        return records.count();
    }

    /** A commit fails if a record of it does, so nobody waits for each. */
    private void send(ConsumerRecord<byte[], byte[]> record) {
        var _ =
                producer.send(
                        new ProducerRecord<>(
                                Topics.RAW.name(),
                                record.partition(),
                                clock.millis(),
                                record.key(),
                                record.value(),
                                record.headers()));
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
        consumer.close();
    }
}
