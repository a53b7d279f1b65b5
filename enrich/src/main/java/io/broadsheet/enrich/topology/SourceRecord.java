package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.Topic;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * A record as it lay on its topic, untouched.
 *
 * @param ref where it lay
 * @param key null if it had none
 * @param value null if it had none
 * @param headers all of them, in order
 * @param timestamp in milliseconds since 1970, never negative; 0 for an image answer, see {@link
 *     RecordTimes#beforeAll}
 * @param trace where what is made of it belongs: as its headers say, or the span that sees to it
 */
@SuppressWarnings("ArrayRecordComponent") // carried through, compared by nobody
record SourceRecord(
        RecordRef ref,
        byte @Nullable [] key,
        byte @Nullable [] value,
        Headers headers,
        long timestamp,
        TraceContext trace) {

    static SourceRecord of(Record<byte[], byte[]> record, RecordMetadata place) {
        return new SourceRecord(
                new RecordRef(place.topic(), place.partition(), place.offset()),
                record.key(),
                record.value(),
                record.headers(),
                record.timestamp(),
                TraceContext.of(record.headers()));
    }

    /** The same, seen to in that place of a trace. */
    SourceRecord in(TraceContext place) {
        return new SourceRecord(ref, key, value, headers, timestamp, place);
    }

    boolean isOf(Topic<?> topic) {
        return ref.getTopic().equals(topic.name());
    }

    /** The key as text; empty if there is none. */
    Optional<String> keyText() {
        byte[] bytes = key;
        return bytes == null
                ? Optional.empty()
                : Optional.of(new String(bytes, StandardCharsets.UTF_8));
    }

    /** The last header of that name as text, if there is one. */
    Optional<String> header(String name) {
        Header header = headers.lastHeader(name);
        byte[] value = header == null ? null : header.value();
        return value == null
                ? Optional.empty()
                : Optional.of(new String(value, StandardCharsets.UTF_8));
    }
}
