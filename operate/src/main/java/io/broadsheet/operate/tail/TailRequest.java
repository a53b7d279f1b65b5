package io.broadsheet.operate.tail;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * What of a topic is to be shown.
 *
 * @param topic its name
 * @param start where to begin
 * @param partition only this one; empty for all
 * @param key only records of this key
 * @param countMax how many records at most
 * @param follow whether to wait for what comes
 * @param json as JSON lines
 */
public record TailRequest(
        String topic,
        Start start,
        OptionalInt partition,
        Optional<String> key,
        long countMax,
        boolean follow,
        boolean json) {

    /** Where to begin. */
    public sealed interface Start {

        /** With the first record that is still there. */
        record Beginning() implements Start {}

        /** With what comes; where nothing is waited for, with the last records. */
        record End() implements Start {}

        /** With this offset of each partition. */
        record At(long offset) implements Start {}
    }
}
