package io.broadsheet.desk.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Numbers, times and words as people read them. */
public final class Shown {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
                    .withZone(ZoneOffset.UTC);

    private Shown() {}

    /** A number with separators. */
    public static String number(long number) {
        return String.format(Locale.ROOT, "%,d", number);
    }

    /** A rate: as many digits as say something; a dash if it is not known. */
    public static String rate(OptionalDouble rate) {
        if (rate.isEmpty()) {
            return "–";
        }
        double value = rate.getAsDouble();
        if (value == 0) {
            return "0";
        }
        return String.format(Locale.ROOT, value < 10 ? "%.2f" : "%,.0f", value);
    }

    /** A time in UTC. */
    public static String time(Instant at) {
        return TIME.format(at);
    }

    /** How long ago. */
    public static String ago(Instant at, Instant now) {
        return at.isAfter(now)
                ? "in " + span(Duration.between(now, at))
                : span(Duration.between(at, now)) + " ago";
    }

    /** Seconds as people say them. */
    public static String span(Duration span) {
        long seconds = Math.max(0, span.toSeconds());
        if (seconds < 100) {
            return seconds + " s";
        }
        if (seconds < 100 * 60) {
            return seconds / 60 + " min";
        }
        return seconds < 48 * 3600 ? seconds / 3600 + " h" : seconds / 86_400 + " d";
    }

    /** A word of the contract: lower case, without underscores. */
    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** As part of an address. */
    public static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /** An address with these parameters, those that are empty left out. */
    public static String link(String path, Map<String, String> parameters) {
        var query = new StringBuilder();
        new TreeMap<>(parameters)
                .forEach((name, value) -> {
                    if (!value.isEmpty()) {
                        query.append(query.isEmpty() ? '?' : '&')
                                .append(name)
                                .append('=')
                                .append(url(value));
                    }
                });
        return path + query;
    }

    /** A row of numbers as the points of a line, 120 wide and 20 high; empty for fewer than two. */
    public static String points(List<Long> numbers) {
        if (numbers.size() < 2) {
            return "";
        }
        long most = Math.max(1, Collections.max(numbers));
        var points = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            points.append(
                    String.format(
                            Locale.ROOT,
                            "%.1f,%.1f ",
                            120.0 * i / (numbers.size() - 1),
                            19 - 18.0 * numbers.get(i) / most));
        }
        return points.toString().strip();
    }

    /** How bad an outcome or state is, as a class of the style sheet. */
    public static String tone(String word) {
        return switch (word) {
            case "USABLE", "OK", "COMPLETE", "RESOLVED", "Stable", "ENRICHED" -> "good";
            case "USABLE_CONDITIONALLY",
                    "INCONCLUSIVE",
                    "PARTIAL",
                    "COMPLETE_WITH_GAPS",
                    "REPLAYED",
                    "SILENT",
                    "WARNING",
                    "BLOCKED",
                    "UNCHECKED" ->
                    "fair";
            case "UNUSABLE",
                    "REFUSED",
                    "OPEN",
                    "PARKED",
                    "FAILING",
                    "GONE",
                    "ERROR",
                    "BURIED",
                    "Empty",
                    "Dead" ->
                    "bad";
            default -> "plain";
        };
    }
}
