package io.broadsheet.enrich.image.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;

/** The time that a server asks to be left alone (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);
    private static final int DIGITS_MAX = 9;

    private RetryAfter() {}

    /**
     * From now on, between a second and a day.
     *
     * @param value of the header: seconds, or a date; anything else is empty as it were
     * @param fallback where the value says nothing
     */
    public static Duration of(String value, Instant now, Duration fallback) {
        String text = value.strip();
        Duration asked = isSeconds(text) ? seconds(text) : until(text, now, fallback);
        if (asked.compareTo(MIN) < 0) {
            return MIN;
        }
        return asked.compareTo(MAX) > 0 ? MAX : asked;
    }

    private static boolean isSeconds(String text) {
        return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private static Duration seconds(String digits) {
        return digits.length() > DIGITS_MAX ? MAX : Duration.ofSeconds(Long.parseLong(digits));
    }

    private static Duration until(String date, Instant now, Duration fallback) {
        try {
            return Duration.between(
                    now,
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant());
        } catch (DateTimeParseException _) {
            return fallback;
        }
    }
}
