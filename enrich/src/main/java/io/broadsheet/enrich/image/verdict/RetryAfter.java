package io.broadsheet.enrich.image.verdict;

import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/** The time that a server asks to be left alone (RFC 9110, section 10.2.3). */
public final class RetryAfter {

    private static final Duration MIN = Duration.ofSeconds(1);
    private static final Duration MAX = Duration.ofDays(1);
    private static final int DIGITS_MAX = 9;

    private RetryAfter() {}

    /**
     * From now on, between a second and a day; empty if the value says nothing.
     *
     * @param value of the header: seconds, or a date
     */
    public static Optional<Duration> of(String value, Instant now) {
        String text = value.strip();
        return (isSeconds(text) ? Optional.of(seconds(text)) : until(text, now))
                .map(RetryAfter::bounded);
    }

    private static Duration bounded(Duration asked) {
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

    private static Optional<Duration> until(String date, Instant now) {
        try {
            return Optional.of(
                    Duration.between(
                            now,
                            ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant()));
        } catch (DateTimeParseException _) {
            return Optional.empty();
        }
    }
}
