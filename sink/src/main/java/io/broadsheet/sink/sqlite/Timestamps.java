package io.broadsheet.sink.sqlite;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;

/**
 * Times as the store writes them: always with milliseconds, so that their text sorts as they do.
 */
final class Timestamps {

    private static final DateTimeFormatter FORMAT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private Timestamps() {}

    /** Such as {@code 2022-03-13T09:42:07.000Z}. */
    static String text(Instant time) {
        return FORMAT.format(time);
    }
}
