package io.broadsheet.ingest.publish;

import io.broadsheet.v1.IngestCursor;

import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a document that was taken before.
 *
 * @param payloadDigest of its bytes then; blank if they could not be had
 * @param deadLetterId of the letter it gave
 * @param takenAt when
 */
public record Seen(String payloadDigest, Optional<String> deadLetterId, Instant takenAt) {

    static Seen of(IngestCursor cursor) {
        return new Seen(
                cursor.getPayloadDigest(),
                Optional.ofNullable(cursor.getDeadLetterId()),
                cursor.getTakenAt());
    }
}
