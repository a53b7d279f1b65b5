package io.broadsheet.runtime.settings;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * One setting, typed and explained.
 *
 * @param key dotted lower-case name; the environment variable is the same in upper case with
 *     underscores
 * @param meaning one sentence for the operator, with the unit
 * @param wanted what a right value looks like
 * @param fallback what holds where it is not set
 * @param shown the fallback as text
 * @param parser empty for a text that is not right
 * @param <T> type of the value
 */
public record Setting<T>(
        String key,
        String meaning,
        String wanted,
        T fallback,
        String shown,
        Function<String, Optional<T>> parser) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,9})\\s*([a-z]{1,2})");
    private static final Map<String, ChronoUnit> UNITS =
            Map.of(
                    "ms", ChronoUnit.MILLIS,
                    "s", ChronoUnit.SECONDS,
                    "m", ChronoUnit.MINUTES,
                    "h", ChronoUnit.HOURS,
                    "d", ChronoUnit.DAYS);

    /** Any text. */
    public static Setting<String> text(String key, String meaning, String fallback) {
        return new Setting<>(key, meaning, "text", fallback, fallback, Optional::of);
    }

    /** A secret: its environment variable with {@code _FILE} names a file that holds it. */
    public static Setting<Secret> secret(String key, String meaning) {
        return new Setting<>(
                key,
                meaning,
                "text",
                Secret.NONE,
                Secret.NONE.toString(),
                text -> Optional.of(new Secret(text)));
    }

    /** One of a few words. */
    public static <E extends Enum<E>> Setting<E> choice(String key, String meaning, E fallback) {
        Map<String, E> words = new LinkedHashMap<>();
        for (E constant : fallback.getDeclaringClass().getEnumConstants()) {
            words.put(constant.name().toLowerCase(Locale.ROOT), constant);
        }
        return new Setting<>(
                key,
                meaning,
                String.join(" or ", words.keySet()),
                fallback,
                fallback.name().toLowerCase(Locale.ROOT),
                text -> Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))));
    }

    /** A whole number within bounds, both included. */
    public static Setting<Integer> integer(
            String key, String meaning, int fallback, IntBounds bounds) {
        String wanted = "a whole number from " + bounds.least() + " to " + bounds.most();
        return new Setting<>(
                key, meaning, wanted, fallback, Integer.toString(fallback), bounds::parse);
    }

    /** {@code true} or {@code false}. */
    public static Setting<Boolean> flag(String key, String meaning, boolean fallback) {
        Map<String, Boolean> words = Map.of("true", true, "false", false);
        return new Setting<>(
                key,
                meaning,
                "true or false",
                fallback,
                Boolean.toString(fallback),
                text -> Optional.ofNullable(words.get(text.toLowerCase(Locale.ROOT))));
    }

    /**
     * A time span as {@code 500ms}, {@code 30s}, {@code 5m}, {@code 2h}, {@code 1d}, or ISO 8601.
     */
    public static Setting<Duration> duration(String key, String meaning, Duration fallback) {
        return new Setting<>(
                key,
                meaning,
                "a time such as 500ms, 30s, 5m, 2h or 1d",
                fallback,
                show(fallback),
                text -> parseDuration(text).filter(span -> !span.isNegative()));
    }

    /** The name of its environment variable. */
    public String variable() {
        return variableOf(key);
    }

    /** The environment variable of a key: upper case, every other character an underscore. */
    static String variableOf(String key) {
        return key.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    }

    private static String show(Duration span) {
        return span.toMillis() % 1000 == 0 ? span.toSeconds() + "s" : span.toMillis() + "ms";
    }

    /** A time span as {@link #duration} takes it; empty if it is none. */
    public static Optional<Duration> parseDuration(String text) {
        var written = SPAN.matcher(text);
        try {
            if (!written.matches()) {
                return Optional.of(Duration.parse(text));
            }
            long amount = Long.parseLong(written.group(1));
            ChronoUnit unit = UNITS.get(written.group(2));
            return Optional.ofNullable(unit).map(known -> Duration.of(amount, known));
        } catch (DateTimeParseException | NumberFormatException e) {
            return Optional.empty();
        }
    }

    /**
     * The bounds of a whole number.
     *
     * @param least smallest value that is right
     * @param most largest value that is right
     */
    public record IntBounds(int least, int most) {

        Optional<Integer> parse(String text) {
            try {
                int value = Integer.parseInt(text);
                return value >= least && value <= most ? Optional.of(value) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        }
    }
}
