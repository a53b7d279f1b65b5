package io.broadsheet.enrich.topology;

import org.apache.kafka.streams.processor.TimestampExtractor;

import java.time.InstantSource;

/** Which time a record has to Streams, which takes the older of two waiting records first. */
final class RecordTimes {

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
     * queue behind all raw articles that came earlier.
     */
    static TimestampExtractor beforeAll() {
        return (_, _) -> 0;
    }
}
