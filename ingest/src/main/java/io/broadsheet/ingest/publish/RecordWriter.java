package io.broadsheet.ingest.publish;

import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.runtime.trace.Tracing;
import io.broadsheet.runtime.trace.Work;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serializer;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Turns what a document gave into records. Their timestamp is the time of ingestion, never the
 * article's date: the broker refuses dates in the future and deletes what is old.
 */
public final class RecordWriter {

    /** Room for keys, headers and the batch around a record. */
    private static final int OVERHEAD_BYTES = 64 * 1024;

    private static final int VALUE_BYTES_MAX = Topics.RECORD_BYTES_MAX - OVERHEAD_BYTES;

    private final Serializer<RawArticle> articles;
    private final Serializer<DeadLetter> letters;
    private final Serializer<IngestCursor> cursors;
    private final String version;
    private final Tracing tracing;

    /**
     * @param registry knows the schemas of the topics
     * @param version of Broadsheet, for the headers
     * @param tracing told of each article, where its trace begins
     */
    public RecordWriter(SchemaRegistry registry, String version, Tracing tracing) {
        this.tracing = tracing;
        this.articles = AvroSerde.of(Topics.RAW, registry).serializer();
        this.letters = AvroSerde.of(Topics.INGEST_DEAD_LETTERS, registry).serializer();
        this.cursors = AvroSerde.of(Topics.INGEST_CURSORS, registry).serializer();
        this.version = version;
    }

    /** The key under which a document's cursor is kept. */
    public static String cursorKey(String sourceId, String document) {
        return sourceId + " " + document;
    }

    /**
     * The places of those articles whose records no topic takes, each with the bytes of its value;
     * empty if all fit.
     */
    public static Map<Integer, Integer> oversized(Outgoing outgoing) {
        Map<Integer, Integer> oversized = new HashMap<>();
        List<RawArticle> articles = outgoing.taken().articles();
        for (int i = 0; i < articles.size(); i++) {
            int length = outgoing.records().get(i).value().length;
            if (length > VALUE_BYTES_MAX) {
                oversized.put(i, length);
            }
        }
        return oversized;
    }

    /** The largest value that {@link #oversized} lets pass, in bytes. */
    public static int valueBytesMax() {
        return VALUE_BYTES_MAX;
    }

    /** In the order: articles, letters, cursor. */
    public Outgoing write(Taken taken) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        taken.articles().forEach(article -> records.add(record(article)));
        taken.letters().forEach(letter -> records.add(record(letter)));
        records.add(record(taken.cursor()));
        long bytes = records.stream().mapToLong(r -> r.key().length + r.value().length).sum();
        return new Outgoing(taken, records, bytes);
    }

    /** Of an article, keyed by its id; that of a backfill goes to their lane. A trace begins. */
    public ProducerRecord<byte[], byte[]> record(RawArticle article) {
        return record(article, TraceContext.NONE);
    }

    /** The same in a trace that whoever brought the article has begun. */
    public ProducerRecord<byte[], byte[]> record(RawArticle article, TraceContext brought) {
        Topic<RawArticle> topic = article.getBackfillId() == null ? Topics.RAW : Topics.BACKFILL;
        try (Segment segment =
                tracing.begin(Work.create(topic.name(), article.getArticleId()), brought)) {
            ProducerRecord<byte[], byte[]> record =
                    new Value<>(topic, articles, article)
                            .keyed(article.getArticleId(), article.getIngestedAt());
            CloudEventHeaders.of(article)
                    .with(CloudEventHeaders.PIPELINE_VERSION, version)
                    .addTo(record.headers());
            segment.context().addTo(record.headers());
            return record;
        }
    }

    /** Of a letter, keyed by its id. */
    public ProducerRecord<byte[], byte[]> record(DeadLetter letter) {
        ProducerRecord<byte[], byte[]> record =
                new Value<>(Topics.INGEST_DEAD_LETTERS, letters, letter)
                        .keyed(letter.getDeadLetterId(), letter.getFailedAt());
        CloudEventHeaders.of(letter)
                .withPartitionKey(letter.getDeadLetterId())
                .with(CloudEventHeaders.PIPELINE_VERSION, version)
                .addTo(record.headers());
        return record;
    }

    private ProducerRecord<byte[], byte[]> record(IngestCursor cursor) {
        return new Value<>(Topics.INGEST_CURSORS, cursors, cursor)
                .keyed(cursorKey(cursor.getSourceId(), cursor.getDocument()), cursor.getTakenAt());
    }

    /** A value on its way to a topic. */
    private record Value<V extends SpecificRecord>(
            Topic<V> topic, Serializer<V> serializer, V value) {

        ProducerRecord<byte[], byte[]> keyed(String key, Instant time) {
            return new ProducerRecord<>(
                    topic.name(),
                    null,
                    time.toEpochMilli(),
                    key.getBytes(StandardCharsets.UTF_8),
                    serializer.serialize(topic.name(), value));
        }
    }
}
