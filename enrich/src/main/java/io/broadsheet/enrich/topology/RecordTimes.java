package io.broadsheet.enrich.topology;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.TimestampExtractor;
import org.apache.kafka.streams.processor.api.Record;

import java.nio.ByteBuffer;
import java.time.InstantSource;

/** Which time a record has to Streams, which takes the older of two waiting records first. */
final class RecordTimes {

    /** Between {@link #beforeAll} and {@link #takeWritten}, and nowhere else. */
    private static final String WRITTEN = "news-written";

    private RecordTimes() {}

    /**
     * The record's own time, the time of ingestion. Where another writer left none, it is the time
     * now: Streams would stop at such a record, or drop it without a word.
     */
    static TimestampExtractor asIngested(InstantSource clock) {
        return (record, _) -> record.timestamp() < 0 ? clock.millis() : record.timestamp();
    }

    /**
     * Always before any raw article: an article must not miss its deadline because its answers
     * queue behind all raw articles that came earlier. When it was written goes along as a header,
     * as Streams hands on one time only.
     */
    static TimestampExtractor beforeAll() {
        return (record, _) -> {
            byte[] written = ByteBuffer.allocate(Long.BYTES).putLong(record.timestamp()).array();
            record.headers().remove(WRITTEN).add(WRITTEN, written);
            return 0;
        };
    }

    /** Headers of a record at any place of the topology, without what came in between. */
    static Headers asOnTopic(Headers headers) {
        return new RecordHeaders(headers).remove(WRITTEN);
    }

    /**
     * When a record was written, in milliseconds since 1970; not above 0 if its writer left no
     * time. Afterwards the record has the headers that it had on its topic.
     */
    static long takeWritten(Record<?, ?> record) {
        Header header = record.headers().lastHeader(WRITTEN);
        byte[] written = header == null ? null : header.value();
        if (record.timestamp() > 0 || written == null || written.length != Long.BYTES) {
            return record.timestamp();
        }
        record.headers().remove(WRITTEN);
        return ByteBuffer.wrap(written).getLong();
    }
}
