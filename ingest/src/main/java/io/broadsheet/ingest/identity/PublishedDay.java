package io.broadsheet.ingest.identity;

import org.jspecify.annotations.Nullable;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The day of a date as written, as exactly as it takes to tell a week from a year. */
final class PublishedDay {

    private static final Pattern ISO = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern RFC_822 =
            Pattern.compile("(\\d{1,2})\\s+([A-Za-z]{3})[a-z]*\\.?,?\\s+(\\d{4})");
    private static final List<String> MONTHS =
            List.of(
                    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov",
                    "dec");

    private PublishedDay() {}

    /**
     * Days since 1970.
     *
     * @param published as written; null if it is not known
     * @param otherwise when it was seen, for what cannot be read
     */
    static int of(@Nullable String published, Instant otherwise) {
        int seen = (int) LocalDate.ofInstant(otherwise, ZoneOffset.UTC).toEpochDay();
        if (published == null) {
            return seen;
        }
        try {
            return written(published, seen);
        } catch (DateTimeException _) {
            return seen; // the 31st of February
        }
    }

    private static int written(String published, int otherwise) {
        Matcher iso = ISO.matcher(published);
        if (iso.find()) {
            return day(number(iso, 1), number(iso, 2), number(iso, 3));
        }
        Matcher rfc = RFC_822.matcher(published);
        if (rfc.find()) {
            int month = 1 + MONTHS.indexOf(rfc.group(2).toLowerCase(Locale.ROOT));
            return day(number(rfc, 3), month, number(rfc, 1));
        }
        return otherwise;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private static int day(int year, int month, int day) {
        return (int) LocalDate.of(year, month, day).toEpochDay();
    }
}
