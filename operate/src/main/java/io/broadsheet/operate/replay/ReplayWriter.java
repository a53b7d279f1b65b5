package io.broadsheet.operate.replay;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Commits batches: originals and statuses of a batch are there together or not at all. The
 * transactional id is the same for every run, so whoever begins fences whoever began before.
 */
final class ReplayWriter implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "broadsheet-dead-replay";
    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Producer<byte[], byte[]> producer;
    private final ReplayRecords records;
    private long committed;

    /** Fences every earlier run. */
    ReplayWriter(Cluster cluster) {
        this.producer = cluster.producer(TRANSACTIONAL_ID);
        this.records = new ReplayRecords(cluster);
    }

    ReplayRecords records() {
        return records;
    }

    /**
     * Commits a batch.
     *
     * @return where each original lies now
     * @throws ToolFailure saying how many letters were done before
     */
    Map<Step, RecordRef> commit(Batch batch) {
        Map<Step, RecordRef> places = new LinkedHashMap<>();
        inTransaction(() -> {
            places.putAll(places(send(batch)));
            sendStatuses(
                    batch.entries().stream()
                            .map(Batch.Entry::step)
                            .map(step -> records.after(step, places.get(step)))
                            .toList());
        });
        committed += batch.entries().size();
        return places;
    }

    /** Commits statuses alone. */
    void commit(List<DeadLetterStatus> statuses) {
        inTransaction(() -> sendStatuses(statuses));
    }

    private void sendStatuses(List<DeadLetterStatus> statuses) {
        for (DeadLetterStatus status : statuses) {
            // What becomes of it, the commit tells.
            var _ = producer.send(records.status(status));
        }
    }

    private Map<Step, Future<RecordMetadata>> send(Batch batch) {
        Map<Step, Future<RecordMetadata>> sent = new LinkedHashMap<>();
        for (Batch.Entry entry : batch.entries()) {
            entry.record().ifPresent(record -> sent.put(entry.step(), producer.send(record)));
        }
        producer.flush();
        return sent;
    }

    private static Map<Step, RecordRef> places(Map<Step, Future<RecordMetadata>> sent) {
        Map<Step, RecordRef> places = new LinkedHashMap<>();
        sent.forEach((step, future) -> {
            RecordMetadata place = acknowledged(step, future);
            if (step.action() instanceof Action.WriteBack) {
                places.put(step, new RecordRef(place.topic(), place.partition(), place.offset()));
            }
        });
        return places;
    }

    private static RecordMetadata acknowledged(Step step, Future<RecordMetadata> sent) {
        try {
            return sent.get();
        } catch (ExecutionException e) {
            throw refused(step, Objects.requireNonNullElse(e.getCause(), e));
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static KafkaException refused(Step step, Throwable cause) {
        return switch (cause) {
            case ProducerFencedException fenced -> fenced;
            case InvalidProducerEpochException fenced -> fenced;
            default ->
                    new KafkaException(
                            "letter %s cannot be written to %s: %s"
                                    .formatted(
                                            step.found().facts().id(),
                                            step.action().target(),
                                            cause.getMessage()),
                            cause);
        };
    }

    private void inTransaction(Runnable work) {
        try {
            producer.beginTransaction();
            work.run();
            producer.commitTransaction();
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw new ToolFailure(
                    "another `dead replay` has begun and taken over; " + committed + " were done",
                    e);
        } catch (TimeoutException e) {
            throw new ToolFailure(
                    "the cluster did not answer in time; "
                            + committed
                            + " were done, perhaps some more; run it again, nothing is replayed"
                            + " twice",
                    e);
        } catch (KafkaException e) {
            producer.close(Duration.ZERO);
            throw new ToolFailure(e.getMessage() + "; " + committed + " were done", e);
        }
    }

    @Override
    public void close() {
        producer.close(CLOSE_MAX);
    }
}
