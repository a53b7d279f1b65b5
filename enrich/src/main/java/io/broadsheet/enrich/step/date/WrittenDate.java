package io.broadsheet.enrich.step.date;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * A date as it was written, with as much as was written of it.
 *
 * @param date the day
 * @param time the time of day, if one was written
 * @param offset from UTC, if one was written
 * @param basis how the day is known
 */
public record WrittenDate(
        LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> offset, DayBasis basis) {

    /** A date whose day was written. */
    public WrittenDate(LocalDate date, Optional<LocalTime> time, Optional<ZoneOffset> offset) {
        this(date, time, offset, DayBasis.WRITTEN);
    }

    /**
     * The instant it names, to the millisecond that the contract keeps, read in UTC where it names
     * no zone, at midnight where no time.
     */
    public Instant instant() {
        return date.atTime(time.orElse(LocalTime.MIDNIGHT))
                .toInstant(offset.orElse(ZoneOffset.UTC))
                .truncatedTo(ChronoUnit.MILLIS);
    }

    /** The same, with a zone. */
    WrittenDate at(ZoneOffset zone) {
        return new WrittenDate(date, time, Optional.of(zone), basis);
    }
}
