package io.broadsheet.app.reprocess;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.replay.Aftermath;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Reprocessing;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Serializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Asks enrichment for articles, 250 in a transaction, and waits for what becomes of them before it
 * asks for more: what is new never waits behind more than those. A second run fences the first.
 * Used by one thread.
 */
final class ReprocessLane implements AutoCloseable {

    private static final String TRANSACTIONAL_ID = "broadsheet-reprocess";
    private static final int BATCH_MAX = 250;

    /** For key, headers, and what a batch adds to a record. */
    private static final int OVERHEAD_BYTES = 64 * 1024;

    private static final Duration CLOSE_MAX = Duration.ofSeconds(5);

    private final Cluster cluster;
    private final Duration waitMax;
    private final ReprocessReport report;
    private final Producer<byte[], byte[]> producer;
    private final Aftermath aftermath;
    private final Serializer<Reprocessing> requests;
    private final List<ProducerRecord<byte[], byte[]>> batch = new ArrayList<>();

    ReprocessLane(Cluster cluster, Duration waitMax, ReprocessReport report) {
        this.cluster = cluster;
        this.waitMax = waitMax;
        this.report = report;
        this.requests = AvroSerde.of(Topics.REPROCESS, cluster.registry()).serializer();
        this.aftermath = new Aftermath(cluster);
        this.producer = producer(cluster, aftermath);
    }

    /** Whoever ran before is fenced; if that cannot be done, nothing stays open. */
    private static Producer<byte[], byte[]> producer(Cluster cluster, Aftermath aftermath) {
        try {
            return cluster.producer(TRANSACTIONAL_ID);
        } catch (RuntimeException e) {
            aftermath.close();
            throw e;
        }
    }

    /** Asks for an article, at the latest when it is flushed. */
    void add(Reprocessing request) {
        String topic = Topics.REPROCESS.name();
        byte[] value = requests.serialize(topic, request);
        if (value.length > Topics.RECORD_BYTES_MAX - OVERHEAD_BYTES) {
            report.became("RECORD_TOO_LARGE to be asked for");
            return;
        }
        Instant now = cluster.clock().instant();
        Headers headers = new RecordHeaders();
        CloudEventHeaders.of(request, now)
                .with(CloudEventHeaders.TRACEPARENT, request.getTraceparent())
                .with(CloudEventHeaders.TRACESTATE, request.getTracestate())
                .addTo(headers);
        batch.add(
                new ProducerRecord<>(
                        topic,
                        request.getRawRef().getPartition(),
                        now.toEpochMilli(),
                        request.getArticle().getArticleId().getBytes(StandardCharsets.UTF_8),
                        value,
                        headers));
        if (batch.size() >= BATCH_MAX) {
            flush();
        }
    }

    /**
     * Asks for the rest.
     *
     * @throws ToolFailure if enrichment does not do anything about them, or another run took over
     */
    void flush() {
        if (batch.isEmpty()) {
            return;
        }
        Set<RecordRef> places = commit();
        batch.clear();
        Map<RecordRef, OutcomeKind> outcomes = aftermath.await(places, waitMax);
        outcomes.values().forEach(kind -> report.became(kind.name()));
        for (int i = outcomes.size(); i < places.size(); i++) {
            report.became("not yet known");
        }
        if (outcomes.isEmpty()) {
            throw new ToolFailure(
                    "enrichment has done nothing about %d articles in %d s; does it run? They are queued"
                                    .formatted(places.size(), waitMax.toSeconds())
                            + " and the rest is not");
        }
    }

    private Set<RecordRef> commit() {
        try {
            producer.beginTransaction();
            List<Future<RecordMetadata>> sent = batch.stream().map(producer::send).toList();
            producer.flush();
            Set<RecordRef> places = new HashSet<>();
            for (Future<RecordMetadata> future : sent) {
                RecordMetadata place = future.get();
                places.add(new RecordRef(place.topic(), place.partition(), place.offset()));
            }
            producer.commitTransaction();
            return places;
        } catch (ProducerFencedException | InvalidProducerEpochException e) {
            throw takenOver(e);
        } catch (ExecutionException e) {
            throw isFenced(e) ? takenOver(e) : new KafkaException(e.getCause());
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }

    private static boolean isFenced(ExecutionException e) {
        return e.getCause() instanceof ProducerFencedException
                || e.getCause() instanceof InvalidProducerEpochException;
    }

    private static ToolFailure takenOver(Exception cause) {
        return new ToolFailure("another `reprocess` has begun and taken over", cause);
    }

    @Override
    public void close() {
        try {
            aftermath.close();
        } finally {
            producer.close(CLOSE_MAX);
        }
    }
}
