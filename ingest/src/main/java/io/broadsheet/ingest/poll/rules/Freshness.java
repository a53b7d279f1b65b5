package io.broadsheet.ingest.poll.rules;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What an answer's headers say about time (RFC 9110, section 10.2.3; RFC 9111, section 4.2). */
public final class Freshness {

    private static final int DIGITS_MAX = 9;
    private static final Duration LONGEST = Duration.ofDays(3650);

    private final Map<String, List<String>> headers;
    private final Instant now;

    /**
     * @param headers by lower-case name
     * @param now when the answer came
     */
    public Freshness(Map<String, List<String>> headers, Instant now) {
        this.headers = headers;
        this.now = now;
    }

    /**
     * For how long nothing new is to be expected: {@code max-age} less {@code Age}, else {@code
     * Expires} less {@code Date}. Empty if the answer says nothing of the kind, or forbids to keep
     * it.
     */
    public Optional<Duration> lifetime() {
        String control = String.join(",", all("cache-control")).toLowerCase(Locale.ROOT);
        if (control.contains("no-cache") || control.contains("no-store")) {
            return Optional.empty();
        }
        return directive(control, "max-age")
                .map(age -> age.minus(seconds(first("age").orElse("")).orElse(Duration.ZERO)))
                .or(this::untilExpiry)
                .filter(Duration::isPositive);
    }

    /** How long the server asks to be left alone; a date that is past is no time at all. */
    public Optional<Duration> retryAfter() {
        return first("retry-after")
                .flatMap(value -> seconds(value).or(() -> date(value).map(this::fromNow)))
                .map(wait -> wait.isNegative() ? Duration.ZERO : wait);
    }

    /** By the server's own clock, if it tells the time: ours may be wrong. */
    private Optional<Duration> untilExpiry() {
        Instant then = first("date").flatMap(Freshness::date).orElse(now);
        return first("expires")
                .flatMap(Freshness::date)
                .map(expiry -> Duration.between(then, expiry));
    }

    private Duration fromNow(Instant at) {
        return Duration.between(now, at);
    }

    private static Optional<Duration> directive(String control, String name) {
        for (String part : control.split(",", -1)) {
            String[] pair = part.strip().split("=", 2);
            if (pair.length == 2 && pair[0].strip().equals(name)) {
                return seconds(pair[1].replace('"', ' '));
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> seconds(String value) {
        String text = value.strip();
        if (text.isEmpty() || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return Optional.empty();
        }
        return Optional.of(
                text.length() > DIGITS_MAX ? LONGEST : Duration.ofSeconds(Long.parseLong(text)));
    }

    private static Optional<Instant> date(String value) {
        try {
            return Optional.of(
                    ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private Optional<String> first(String name) {
        return all(name).stream().findFirst();
    }

    private List<String> all(String name) {
        return headers.getOrDefault(name, List.of());
    }
}
