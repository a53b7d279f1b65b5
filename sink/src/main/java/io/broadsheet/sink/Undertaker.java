package io.broadsheet.sink;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.DeadLetters.Original;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.sink.store.Row;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Buries records of this sink, their bytes untouched.
 *
 * @param letters writes them
 * @param claims keeps payloads too large for a letter
 */
record Undertaker(DeadLetters letters, ClaimStore claims) {

    /**
     * The letter that takes the place of a record.
     *
     * @throws UncheckedIOException if the payload belongs into the claim store and that cannot be
     *     written just now
     */
    Row.OwnLetter bury(
            FailureStage stage, Rejection rejection, ConsumerRecord<byte[], byte[]> record) {
        RecordRef ref =
                RecordRef.newBuilder()
                        .setTopic(record.topic())
                        .setPartition(record.partition())
                        .setOffset(record.offset())
                        .build();
        Original original =
                new Original(record.key(), payloadOf(record), record.headers(), record.timestamp());
        DeadLetter letter = letters.ofRecord(stage, rejection, ref, original);
        return new Row.OwnLetter(letter);
    }

    private Optional<Payload> payloadOf(ConsumerRecord<byte[], byte[]> record) {
        byte[] value = record.value();
        try {
            return value == null ? Optional.empty() : Optional.of(Payload.of(value, claims));
        } catch (IOException e) {
            throw new UncheckedIOException("claim store", e);
        }
    }
}
