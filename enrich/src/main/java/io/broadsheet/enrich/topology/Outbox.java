package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * All records that one decision sends, encoded and measured before any of them is. A record over
 * its topic's limit would, under {@code exactly_once_v2}, abort the transaction for ever.
 */
final class Outbox {

    /** What a broker accepts where a topic does not say otherwise. */
    private static final int RECORD_BYTES_DEFAULT = 1024 * 1024;

    /** For what a record batch adds to its record. */
    private static final int OVERHEAD_BYTES = 4 * 1024;

    private final List<Parcel> parcels = new ArrayList<>();
    private final List<Runnable> notes = new ArrayList<>();

    /**
     * Has something counted or remembered once all of this is sent: a decision that breaks off
     * leaves nothing half done.
     */
    void whenSent(Runnable note) {
        notes.add(note);
    }

    /** Encodes a value and puts it in; the value's bytes come back. */
    <V extends SpecificRecord> byte[] add(Codec<V> codec, String key, V value, Headers headers) {
        byte[] bytes = codec.encode(value);
        add(codec.topic(), key, bytes, headers);
        return bytes;
    }

    /** Puts a value in that is encoded already. */
    void add(Topic<?> topic, String key, byte[] value, Headers headers) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        parcels.add(new Parcel(topic, keyBytes, value, headers));
    }

    /** Puts a tombstone in: what was said under that key holds no longer. */
    void addTombstone(Topic<?> topic, String key) {
        byte[] keyBytes = key.getBytes(StandardCharsets.UTF_8);
        parcels.add(new Parcel(topic, keyBytes, null, new RecordHeaders()));
    }

    /**
     * Why these records cannot be sent, if one is too large.
     *
     * @param reservedBytes how much must be left free in each record, for what will be added later
     */
    Optional<Rejection> tooLarge(int reservedBytes) {
        return parcels.stream()
                .filter(parcel -> parcel.bytes() + reservedBytes > parcel.bytesMax())
                .findFirst()
                .map(parcel -> rejection(parcel, reservedBytes));
    }

    /**
     * Sends everything, in the order it was put in. The last thing a decision does.
     *
     * @param timestamp of each record, in milliseconds since 1970
     */
    void send(ProcessorContext<byte[], byte[]> context, long timestamp) {
        sendFrom("", context, timestamp);
    }

    /**
     * The same from another node than that of the articles: nodes that share a sink are one task.
     *
     * @param node what its sinks' names begin with, before the names of their topics
     */
    void sendFrom(String node, ProcessorContext<byte[], byte[]> context, long timestamp) {
        for (Parcel parcel : parcels) {
            context.forward(
                    new Record<>(parcel.key(), parcel.value(), timestamp, parcel.headers()),
                    node + parcel.topic().name());
        }
        notes.forEach(Runnable::run);
    }

    /** The same for a handler, which may not forward but may hand records over. */
    List<ProducerRecord<byte[], byte[]>> producerRecords(long timestamp) {
        List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (Parcel parcel : parcels) {
            records.add(
                    new ProducerRecord<>(
                            parcel.topic().name(),
                            null,
                            timestamp,
                            parcel.key(),
                            parcel.value(),
                            parcel.headers()));
        }
        notes.forEach(Runnable::run);
        return records;
    }

    private static Rejection rejection(Parcel parcel, int reservedBytes) {
        return new Rejection(
                FailureCode.RECORD_TOO_LARGE,
                "%d bytes for %s, limit %d"
                        .formatted(
                                parcel.bytes(),
                                parcel.topic().name(),
                                parcel.bytesMax() - reservedBytes));
    }

    @SuppressWarnings("ArrayRecordComponent") // carried through, compared by nobody
    private record Parcel(Topic<?> topic, byte[] key, byte @Nullable [] value, Headers headers) {

        long bytes() {
            byte[] body = value;
            long bytes = key.length + (body == null ? 0L : body.length);
            for (Header header : headers) {
                byte[] content = header.value();
                bytes += header.key().length() + (content == null ? 0 : content.length);
            }
            return bytes;
        }

        int bytesMax() {
            String setting = topic.layout().config().get("max.message.bytes");
            int bytes =
                    setting == null
                            ? RECORD_BYTES_DEFAULT
                            : Math.min(Integer.parseInt(setting), Topics.RECORD_BYTES_MAX);
            return bytes - OVERHEAD_BYTES;
        }
    }
}
