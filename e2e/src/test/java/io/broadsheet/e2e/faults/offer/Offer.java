package io.broadsheet.e2e.faults.offer;

import io.broadsheet.runtime.digest.Sha256;

/**
 * One thing that is offered to the pipeline.
 *
 * @param index counts the offers, from 0
 * @param label its class
 * @param name of the file; of a {@code BAD_RECORD} its key
 * @param content the bytes of the file or of the record's value
 * @param expected what must become of it
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record Offer(int index, Label label, String name, byte[] content, Expected expected) {

    /** {@code sha256:hex} of the bytes. */
    public String digest() {
        return Sha256.tagged(content);
    }

    @Override
    public String toString() {
        return "offer %d (%s, %s)".formatted(index, label, name);
    }
}
