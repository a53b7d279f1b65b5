package io.broadsheet.operate.letters;

/** The value of the record that a letter is about. */
public sealed interface OriginalValue {

    /** Its bytes, untouched. */
    @SuppressWarnings("ArrayRecordComponent") // handed on, compared by nobody
    record Bytes(byte[] bytes) implements OriginalValue {}

    /** The record had none: it was a tombstone. */
    record None() implements OriginalValue {}

    /**
     * It cannot be had.
     *
     * @param why for the operator, one line
     */
    record Lost(String why) implements OriginalValue {}
}
