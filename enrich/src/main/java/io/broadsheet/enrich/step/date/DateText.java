package io.broadsheet.enrich.step.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * Reads dates as feeds and pages write them: RFC 822, 1123 and 5322 with their usual faults, ISO
 * 8601 and W3CDTF with ordinal dates and weeks, asctime, seconds since 1970, names of months in
 * some fifty languages, Chinese, Japanese and Korean forms, years of Japanese eras, digits of any
 * script. A wrong weekday is tolerated, because it is the one part that nothing depends on. The
 * order of day and month is never guessed: 03/04/2022 is no date to us. An unknown word or an
 * impossible day make it no date either. What is told relative to now ("yesterday", "10 May") is
 * read only if it is known when that was. Never throws.
 */
public final class DateText {

    private static final int CHARS_MAX = 120;

    private DateText() {}

    /** The date that a text says by itself, if it is one. */
    public static Optional<WrittenDate> read(String written) {
        return read(written, Optional.empty());
    }

    /**
     * The date that a text says.
     *
     * @param reference when the text was retrieved, if that is known: what it says relative to now
     *     is relative to that
     */
    public static Optional<WrittenDate> read(String written, Optional<Instant> reference) {
        if (written.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            return readSpelled(DateSpelling.of(written).strip(), reference);
        } catch (DateTimeException e) {
            // A thirteenth month, a thirtieth of February, an offset of 99 hours.
            return Optional.empty();
        }
    }

    private static Optional<WrittenDate> readSpelled(String text, Optional<Instant> reference) {
        return IsoDate.whole(text)
                .or(() -> reference.flatMap(now -> RelativeDate.read(text, now)))
                .or(() -> DateReading.read(IsoDate.spelledOut(text), reference));
    }
}
