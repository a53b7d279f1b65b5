package io.broadsheet.sink.postgres;

import java.sql.SQLDataException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times that {@code timestamptz} holds (PostgreSQL's manual, "Date/Time Types"). What lies
 * before them the driver would turn into the infinite past without a word.
 */
final class Calendar {

    private static final Instant FIRST = Instant.parse("-4712-01-01T00:00:00Z");
    private static final Instant LAST = Instant.parse("+294276-12-31T23:59:59.999Z");
    private static final String DATETIME_FIELD_OVERFLOW = "22008";

    private Calendar() {}

    /**
     * The time to the millisecond.
     *
     * @throws SQLDataException if the database cannot hold it, of the class that the server has for
     *     it
     */
    static Instant held(Instant time) throws SQLDataException {
        if (time.isBefore(FIRST) || time.isAfter(LAST)) {
            throw new SQLDataException("timestamp out of range: " + time, DATETIME_FIELD_OVERFLOW);
        }
        return time.truncatedTo(ChronoUnit.MILLIS);
    }
}
