package io.broadsheet.ingest.poll.write;

import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.RegistrableHost;

import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes what visits gave: raw articles, letters, the feeds' new states and the offsets of the
 * requests, all or nothing. The group's generation goes along, so whoever no longer owns its lanes
 * commits nothing (KIP-447). After a failure it must be closed, and all be read anew. Used by one
 * thread.
 */
public final class PollWriter implements AutoCloseable {

    private final Producer<byte[], byte[]> producer;
    private final RecordWriter records;
    private final Serializer<FeedState> states;
    private final Serializer<FetchLogEntry> log;
    private final Serializer<FetchRequest> requests;
    private final DeadLetters letters;

    private PollWriter(Producer<byte[], byte[]> producer, KafkaAccess kafka, DeadLetters letters) {
        SchemaRegistry registry = kafka.registry();
        this.producer = producer;
        this.records = new RecordWriter(registry, letters.version(), kafka.tracing());
        this.states = AvroSerde.of(Topics.FEED_STATE, registry).serializer();
        this.log = AvroSerde.of(Topics.FETCH_LOG, registry).serializer();
        this.requests = AvroSerde.of(Topics.FETCH_REQUESTS, registry).serializer();
        this.letters = letters;
    }

    /**
     * Begins: whoever had the same transactional id is fenced.
     *
     * @param producer transactional; closed with this, or at once if it cannot begin
     * @param kafka has the registry, and where spans go
     * @param letters about articles that no topic takes
     */
    public static PollWriter begin(
            Producer<byte[], byte[]> producer, KafkaAccess kafka, DeadLetters letters) {
        try {
            producer.initTransactions();
            return new PollWriter(producer, kafka, letters);
        } catch (RuntimeException e) {
            producer.close(Duration.ZERO);
            throw e;
        }
    }

    /**
     * What to write.
     *
     * @param entries that were made in the books
     * @param forwards requests about feeds of other hosts, by those hosts
     */
    public record Matter(List<Entered> entries, Map<String, List<FetchRequest>> forwards) {

        public Matter {
            entries = List.copyOf(entries);
            forwards = Map.copyOf(forwards);
        }

        /** Whether there is nothing to write. */
        public boolean isEmpty() {
            return entries.isEmpty() && forwards.isEmpty();
        }
    }

    /**
     * Writes all of it in one transaction.
     *
     * @throws org.apache.kafka.common.KafkaException if nothing, or nobody knows what, was written
     */
    public void write(
            Matter matter,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata generation,
            Instant now) {
        producer.beginTransaction();
        matter.entries().forEach(entered -> send(entered, now));
        matter.forwards().forEach((host, all) -> all.forEach(it -> forward(host, it, now)));
        producer.sendOffsetsToTransaction(offsets, generation);
        producer.commitTransaction();
    }

    private void send(Entered entered, Instant now) {
        entered.articles().forEach(this::send);
        entered.letters().forEach(letter -> sendOn(records.record(letter)));
        FeedState state = entered.state();
        sendOn(
                record(
                        Topics.FEED_STATE,
                        now,
                        state.getSourceId(),
                        states.serialize(Topics.FEED_STATE.name(), state)));
        entered.log().ifPresent(entry -> sendOn(record(entry)));
    }

    private void forward(String host, FetchRequest request, Instant now) {
        byte[] value = requests.serialize(Topics.FETCH_REQUESTS.name(), request);
        sendOn(record(Topics.FETCH_REQUESTS, now, host, value));
    }

    private void send(RawArticle article) {
        ProducerRecord<byte[], byte[]> record = records.record(article);
        if (record.value().length <= RecordWriter.valueBytesMax()) {
            sendOn(record);
            return;
        }
        String detail =
                "%d bytes as a record, limit %d"
                        .formatted(record.value().length, RecordWriter.valueBytesMax());
        sendOn(
                records.record(
                        letters.ofDocument(
                                FailureStage.INGEST_PUBLISH,
                                new Rejection(FailureCode.RECORD_TOO_LARGE, detail),
                                article.getSource().getSourceId(),
                                Optional.ofNullable(article.getLink())
                                        .orElse(article.getArticleId()),
                                Optional.empty())));
    }

    /** A commit fails if a record of it does, so nobody waits for each. */
    private void sendOn(ProducerRecord<byte[], byte[]> record) {
        var _ = producer.send(record);
    }

    private ProducerRecord<byte[], byte[]> record(FetchLogEntry entry) {
        String host = RegistrableHost.of(entry.getRequestUrl()).orElse(entry.getRequestUrl());
        byte[] value = log.serialize(Topics.FETCH_LOG.name(), entry);
        return record(Topics.FETCH_LOG, entry.getFetchedAt(), host, value);
    }

    private static ProducerRecord<byte[], byte[]> record(
            Topic<?> topic, Instant time, String key, byte[] value) {
        return new ProducerRecord<>(
                topic.name(),
                null,
                time.toEpochMilli(),
                key.getBytes(StandardCharsets.UTF_8),
                value);
    }

    /** Aborts what is open, as far as the broker lets it. */
    @Override
    public void close() {
        producer.close(Duration.ofSeconds(5));
    }
}
