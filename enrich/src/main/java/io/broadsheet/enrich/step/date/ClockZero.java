package io.broadsheet.enrich.step.date;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

/** The days from which programs count: what is dated there was never dated. */
final class ClockZero {

    /** Of Unix, of .NET, of file times, of spreadsheets, of SQL. */
    private static final Set<LocalDate> ZEROS =
            Set.of(
                    LocalDate.EPOCH,
                    LocalDate.of(1, 1, 1),
                    LocalDate.of(1601, 1, 1),
                    LocalDate.of(1899, 12, 30),
                    LocalDate.of(1900, 1, 1));

    private ClockZero() {}

    /** Whether a date is the zero of a clock, in whatever zone. */
    static boolean isIt(WrittenDate date) {
        return ZEROS.contains(date.date())
                || Duration.between(Instant.EPOCH, date.instant()).abs().toHours() < 24;
    }
}
