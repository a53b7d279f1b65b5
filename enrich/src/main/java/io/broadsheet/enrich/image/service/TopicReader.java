package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.WakeupException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads what is known, from all instances, at the start and from then on, without a group. Has a
 * thread of its own.
 *
 * @param <V> the type of the topic's values
 */
final class TopicReader<V extends SpecificRecord> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TopicReader.class);
    private static final Duration END_TIME_MAX = Duration.ofSeconds(1);

    /** Within it somebody who wants to know the latest is noticed. */
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(100);

    private final Topic<V> topic;
    private final Consumer<V> learner;
    private final Consumer<Throwable> onFailure;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<V> deserializer;
    private final Queue<CountDownLatch> waiting = new ConcurrentLinkedQueue<>();
    private final Thread thread;
    private volatile boolean closed;

    TopicReader(
            KafkaAccess kafka, Topic<V> topic, Consumer<V> learner, Consumer<Throwable> onFailure) {
        this.topic = topic;
        this.learner = learner;
        this.onFailure = onFailure;
        this.consumer =
                new KafkaConsumer<>(
                        kafka.consumerProperties("broadsheet-image-facts", "read-" + topic.name()),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.deserializer = AvroSerde.of(topic, kafka.registry()).deserializer();
        this.thread = Thread.ofPlatform().name("read " + topic.name()).unstarted(this::run);
    }

    /**
     * Begins.
     *
     * @param from what is older is not read
     */
    void start(Instant from) {
        seek(from);
        thread.start();
    }

    /** Whether all that is on the topic now has been read, within this time. */
    boolean awaitCaughtUp(Duration waitMax) throws InterruptedException {
        CountDownLatch caughtUp = new CountDownLatch(1);
        waiting.add(caughtUp);
        return caughtUp.await(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void seek(Instant from) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(topic.name()).stream()
                        .map(info -> new TopicPartition(info.topic(), info.partition()))
                        .toList();
        consumer.assign(partitions);
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
        consumer.offsetsForTimes(times).forEach(this::seek);
    }

    private void seek(TopicPartition partition, @Nullable OffsetAndTimestamp found) {
        if (found == null) {
            consumer.seekToEnd(List.of(partition));
        } else {
            consumer.seek(partition, found.offset());
        }
    }

    private void run() {
        try (consumer) {
            while (!closed) {
                CountDownLatch caughtUp = waiting.poll();
                if (caughtUp != null) {
                    catchUp();
                    caughtUp.countDown();
                }
                learnNew();
            }
        } catch (WakeupException | InterruptException | InterruptedException e) {
            if (!closed) {
                onFailure.accept(e);
            }
        } catch (RuntimeException e) {
            onFailure.accept(e);
        }
    }

    private void catchUp() throws InterruptedException {
        Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
        while (!closed && !isPast(ends)) {
            learnNew();
        }
    }

    private boolean isPast(Map<TopicPartition, Long> ends) {
        return ends.entrySet().stream()
                .allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    private void learnNew() throws InterruptedException {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL_TIME_MAX)) {
            if (record.value() != null) {
                learn(record);
            }
        }
    }

    /** What nobody can read is not known, and learned anew. */
    private void learn(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            learner.accept(
                    Patience.with(() -> deserializer.deserialize(record.topic(), record.value())));
        } catch (SchemaUnknownException | AvroCorruptException e) {
            LOG.atWarn()
                    .addKeyValue("topic", record.topic())
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a record that cannot be read");
        }
    }

    /** Ends the thread, which closes the consumer. */
    @Override
    public void close() {
        closed = true;
        if (thread.getState() == Thread.State.NEW) {
            consumer.close();
        } else {
            consumer.wakeup();
            awaitEnd();
        }
    }

    /** Only what waits for the registry needs more than a call. */
    private void awaitEnd() {
        try {
            if (!thread.join(END_TIME_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException _) {
            thread.interrupt();
            Thread.currentThread().interrupt();
        }
    }
}
