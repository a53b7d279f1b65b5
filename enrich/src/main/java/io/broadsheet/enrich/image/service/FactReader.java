package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.verdict.Recheck;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ImageCheck;

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
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Reads what is known about images, of all hosts and from all instances, at the start and from then
 * on, without a group. Has a thread of its own.
 */
final class FactReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(FactReader.class);
    private static final Duration END_TIME_MAX = Duration.ofSeconds(1);
    private static final Duration POLL_TIME_MAX = Duration.ofMillis(500);

    private final Consumer<ImageCheck> learner;
    private final Consumer<Throwable> onFailure;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final Deserializer<ImageCheck> deserializer;
    private final CountDownLatch caughtUp = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("image-facts").unstarted(this::run);
    private volatile boolean closed;

    FactReader(KafkaAccess kafka, Consumer<ImageCheck> learner, Consumer<Throwable> onFailure) {
        this.learner = learner;
        this.onFailure = onFailure;
        this.consumer =
                new KafkaConsumer<>(
                        kafka.consumerProperties("broadsheet-image-facts", "image-facts"),
                        new ByteArrayDeserializer(),
                        new ByteArrayDeserializer());
        this.deserializer = AvroSerde.of(Topics.IMAGE_CHECKS, kafka.registry()).deserializer();
    }

    /**
     * Begins.
     *
     * @param now facts older than the longest that one can hold are not read
     */
    void start(Instant now) {
        seek(now.minus(Recheck.NEVER));
        thread.start();
    }

    /** Whether all that was known at the start has been read, within this time. */
    boolean awaitCaughtUp(Duration waitMax) throws InterruptedException {
        return caughtUp.await(waitMax.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void seek(Instant from) {
        List<TopicPartition> partitions =
                consumer.partitionsFor(Topics.IMAGE_CHECKS.name()).stream()
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
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            while (!closed) {
                learnNew();
                if (caughtUp.getCount() > 0 && isPast(ends)) {
                    caughtUp.countDown();
                }
            }
        } catch (WakeupException | InterruptException | InterruptedException e) {
            if (!closed) {
                onFailure.accept(e);
            }
        } catch (RuntimeException e) {
            onFailure.accept(e);
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

    /** A fact that nobody can read is one that is not known: the image is checked again. */
    private void learn(ConsumerRecord<byte[], byte[]> record) throws InterruptedException {
        try {
            learner.accept(
                    Patience.with(() -> deserializer.deserialize(record.topic(), record.value())));
        } catch (SchemaUnknownException | AvroCorruptException e) {
            LOG.atWarn()
                    .addKeyValue("partition", record.partition())
                    .addKeyValue("offset", record.offset())
                    .addKeyValue("error", e.getMessage())
                    .log("a fact that cannot be read");
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
