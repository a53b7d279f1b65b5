package io.broadsheet.ingest.publish;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidProducerEpochException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/**
 * Publishes batches of one source, each in one transaction with its cursors, so that a document is
 * published exactly once whatever breaks in between. The transactional id is the source's: whoever
 * begins later fences whoever began before. After a failure it begins anew: a new producer makes
 * the broker finish or abort what was open, and the cursors then tell which. Used by one thread.
 */
public final class TransactionalPublisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(TransactionalPublisher.class);

    private static final String TRANSACTIONS = "broadsheet-ingest-";

    /** No source id begins with a dash. */
    private static final String BACKFILL_TRANSACTIONS = TRANSACTIONS + "-backfill-";

    private static final int ATTEMPTS_MAX = 5;
    private static final Duration PAUSE = Duration.ofMillis(250);

    private final SourceId source;
    private final String transactionalId;
    private final KafkaClients clients;
    private final CursorReader reader;
    private Producer<byte[], byte[]> producer;
    private Cursors cursors;

    private TransactionalPublisher(
            SourceId source, String transactionalId, KafkaClients clients, CursorReader reader) {
        this.source = source;
        this.transactionalId = transactionalId;
        this.clients = clients;
        this.reader = reader;
        this.producer = begun();
        this.cursors = reader.read(source);
    }

    /**
     * Fences every earlier publisher of the source and reads how far it came.
     *
     * @throws KafkaException if the cluster does not answer
     */
    public static TransactionalPublisher open(
            SourceId source, KafkaClients clients, SchemaRegistry registry, InstantSource clock) {
        return new TransactionalPublisher(
                source,
                TRANSACTIONS + source.value(),
                clients,
                new CursorReader(clients, registry, clock));
    }

    /** The same for backfills, which go on beside what is new of the same source. */
    public static TransactionalPublisher openForBackfill(
            SourceId source, KafkaClients clients, SchemaRegistry registry, InstantSource clock) {
        return new TransactionalPublisher(
                source,
                BACKFILL_TRANSACTIONS + source.value(),
                clients,
                new CursorReader(clients, registry, clock));
    }

    /** What has been taken, as of the last commit. */
    public Cursors cursors() {
        return cursors;
    }

    /**
     * Publishes all of the batch or nothing; tries five times.
     *
     * @throws IngestFencedException if another publisher of the source has begun
     * @throws KafkaException if the cluster refuses, or does not recover in time
     */
    public Committed publish(Batch batch) {
        List<Future<RecordMetadata>> raw = new ArrayList<>();
        for (int attempt = 1; ; attempt++) {
            try {
                raw.clear();
                return commit(batch, raw);
            } catch (ProducerFencedException | InvalidProducerEpochException e) {
                throw new IngestFencedException(transactionalId, e);
            } catch (AuthenticationException
                    | AuthorizationException
                    | UnsupportedVersionException e) {
                throw e;
            } catch (KafkaException e) {
                if (attempt == ATTEMPTS_MAX) {
                    throw e;
                }
                LOG.atWarn()
                        .addKeyValue("sourceId", source.value())
                        .addKeyValue("attempt", attempt)
                        .addKeyValue("error", e.toString())
                        .log("a batch was not committed, trying again");
                beginAgain();
                if (cursors.include(batch)) {
                    return new Committed(acknowledged(raw));
                }
            }
        }
    }

    private Committed commit(Batch batch, List<Future<RecordMetadata>> raw) {
        producer.beginTransaction();
        for (Outgoing outgoing : batch.documents()) {
            for (ProducerRecord<byte[], byte[]> record : outgoing.records()) {
                Future<RecordMetadata> sent = producer.send(record);
                if (record.topic().equals(Topics.RAW.name())) {
                    raw.add(sent);
                }
            }
        }
        producer.commitTransaction();
        cursors.advance(batch);
        return new Committed(acknowledged(raw));
    }

    /** Nothing is committed before all of it is acknowledged, so none of these waits. */
    private static List<RecordMetadata> acknowledged(List<Future<RecordMetadata>> sent) {
        List<RecordMetadata> places = new ArrayList<>(sent.size());
        try {
            for (Future<RecordMetadata> one : sent) {
                places.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        } catch (ExecutionException e) {
            throw new KafkaException("committed, but not acknowledged", e.getCause());
        }
        return places;
    }

    private void beginAgain() {
        producer.close(Duration.ZERO);
        pause();
        producer = begun();
        cursors = reader.read(source);
    }

    private Producer<byte[], byte[]> begun() {
        Producer<byte[], byte[]> begun = clients.producer(transactionalId);
        try {
            begun.initTransactions();
            return begun;
        } catch (RuntimeException e) {
            begun.close(Duration.ZERO);
            throw e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted", e);
        }
    }

    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
