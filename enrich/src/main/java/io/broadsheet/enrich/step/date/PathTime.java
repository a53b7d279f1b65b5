package io.broadsheet.enrich.step.date;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The date that a path of a URL carries, as content systems name what is uploaded: {@code
 * 20220313093948566} or {@code /2022/03/13/}. It is the wall clock of the server that made it, so
 * it says nothing about the zone by itself.
 *
 * @param written the digits
 * @param at the wall clock; midnight if {@code dateOnly}
 * @param dateOnly whether the path says no time
 * @param utc whether the digits are seconds or milliseconds since 1970, which have no zone
 */
record PathTime(String written, LocalDateTime at, boolean dateOnly, boolean utc) {

    private static final int EPOCH_SECONDS_DIGITS = 10;
    private static final int EPOCH_MILLIS_DIGITS = 13;

    private static final int YEAR_MIN = 1995;
    private static final int YEAR_MAX = 2099;
    private static final int PATH_CHARS_MAX = 2048;
    private static final int DATE_DIGITS = 8;
    private static final int SECONDS_DIGITS = 14;
    private static final int MILLIS_DIGITS = 17;

    /** The first time and the first date in a URL's path, as far as there are any. */
    static List<PathTime> in(String url) {
        String path = path(url);
        return Stream.concat(timeIn(path).stream(), dateIn(path).stream()).toList();
    }

    private static String path(String url) {
        int scheme = url.indexOf("//");
        int start = url.indexOf('/', scheme < 0 ? 0 : scheme + 2);
        int query = url.indexOf('?');
        int end = query < 0 ? url.length() : query;
        return start < 0 || start >= end
                ? ""
                : url.substring(start, Math.min(end, start + PATH_CHARS_MAX));
    }

    private static Optional<PathTime> timeIn(String path) {
        for (int at = 0; at < path.length(); at++) {
            int end = digitsEnd(path, at);
            int digits = end - at;
            Optional<PathTime> time =
                    switch (digits) {
                        case SECONDS_DIGITS, MILLIS_DIGITS -> time(path.substring(at, end));
                        case EPOCH_SECONDS_DIGITS, EPOCH_MILLIS_DIGITS ->
                                sinceEpoch(path.substring(at, end));
                        default -> Optional.empty();
                    };
            if (time.isPresent()) {
                return time;
            }
            at = Math.max(at, end);
        }
        return Optional.empty();
    }

    /** Of 2001 to 2033; digits of another meaning are hardly near the date of their article. */
    private static Optional<PathTime> sinceEpoch(String digits) {
        if (digits.charAt(0) != '1') {
            return Optional.empty();
        }
        long number = Long.parseLong(digits);
        long millis = digits.length() == EPOCH_SECONDS_DIGITS ? number * 1000 : number;
        var at = LocalDateTime.ofInstant(Instant.ofEpochMilli(millis), ZoneOffset.UTC);
        return Optional.of(new PathTime(digits, at, false, true));
    }

    private static Optional<PathTime> time(String digits) {
        int millis = digits.length() == MILLIS_DIGITS ? number(digits, 14, 17) : 0;
        try {
            var day =
                    LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
            LocalDateTime at =
                    day.atTime(
                            number(digits, 8, 10),
                            number(digits, 10, 12),
                            number(digits, 12, 14),
                            millis * 1_000_000);
            return isPlausible(day)
                    ? Optional.of(new PathTime(digits, at, false, false))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // Digits of another meaning.
            return Optional.empty();
        }
    }

    /** Of the shape /2022/03/13/, /2022-03/13/, /20220313/. */
    private static Optional<PathTime> dateIn(String path) {
        for (int at = path.indexOf('/'); at >= 0; at = path.indexOf('/', at + 1)) {
            Optional<PathTime> date = dateAt(path, at + 1);
            if (date.isPresent()) {
                return date;
            }
        }
        return Optional.empty();
    }

    private static Optional<PathTime> dateAt(String path, int from) {
        int at = from;
        var digits = new StringBuilder(DATE_DIGITS);
        while (at < path.length() && digits.length() < DATE_DIGITS) {
            char c = path.charAt(at++);
            if (isDigit(c)) {
                digits.append(c);
            } else if (!separates(c, digits.length()) || !isDigit(path.charAt(at - 2))) {
                return Optional.empty();
            }
        }
        boolean ends = at >= path.length() || !isDigit(path.charAt(at));
        return digits.length() == DATE_DIGITS && ends
                ? date(path.substring(from, at), digits.toString())
                : Optional.empty();
    }

    /** Behind the year or the month; two separators in a row part other things. */
    private static boolean separates(char c, int digitsBefore) {
        return (c == '/' || c == '-') && (digitsBefore == 4 || digitsBefore == 6);
    }

    private static Optional<PathTime> date(String written, String digits) {
        try {
            var day =
                    LocalDate.of(number(digits, 0, 4), number(digits, 4, 6), number(digits, 6, 8));
            return isPlausible(day)
                    ? Optional.of(new PathTime(written, day.atStartOfDay(), true, false))
                    : Optional.empty();
        } catch (DateTimeException e) {
            // Digits of another meaning.
            return Optional.empty();
        }
    }

    private static boolean isPlausible(LocalDate day) {
        return day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX;
    }

    private static int number(String digits, int from, int to) {
        return Integer.parseInt(digits, from, to, 10);
    }

    private static int digitsEnd(String text, int from) {
        int end = from;
        while (end < text.length() && isDigit(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
