package io.broadsheet.bench.articles;

import org.jsoup.parser.Parser;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Values as the collections compare them: without differences that mean nothing. */
final class Folded {

    private static final String SPACE = "[\\s\\u00A0\\u2000-\\u200B\\u3000]+";
    private static final int DAY_CHARS = 10;
    private static final Set<String> JOINING = Set.of("by", "and", "und", "von", "y", "et", "par");

    private Folded() {}

    /** White space and entities normalised. */
    static String text(String text) {
        return Parser.unescapeEntities(text, false).replaceAll(SPACE, " ").strip();
    }

    /** A name: capitals are a matter of looks. */
    static String name(String name) {
        return text(name).toLowerCase(Locale.ROOT);
    }

    /** Letters and digits alone: quotes, dashes and capitals are a matter of looks. */
    static String letters(String text) {
        return text(text).toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    /** The words of names, in any order and joined in any way, without those that join. */
    static String names(String names) {
        return Stream.of(name(names).split("[^\\p{L}\\p{N}.'’-]+", -1))
                .filter(word -> !word.isEmpty() && !JOINING.contains(word))
                .sorted()
                .distinct()
                .collect(Collectors.joining(" "));
    }

    /** An address without scheme and query. */
    static String address(String url) {
        return Parser.unescapeEntities(url, false)
                .replaceFirst("^(?i)https?:", "")
                .replaceFirst("[?#].*$", "")
                .strip();
    }

    /** The day, in UTC. */
    static String day(Optional<Instant> at) {
        return at.map(instant -> instant.toString().substring(0, DAY_CHARS)).orElse("");
    }

    /** An instant as the collections write it; without a zone it is UTC. */
    static Optional<Instant> instant(String written) {
        try {
            return Optional.of(OffsetDateTime.parse(written).toInstant());
        } catch (DateTimeParseException e) {
            return local(written);
        }
    }

    private static Optional<Instant> local(String written) {
        try {
            return Optional.of(LocalDateTime.parse(written).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return day(written);
        }
    }

    private static Optional<Instant> day(String written) {
        try {
            String day = written.substring(0, Math.min(DAY_CHARS, written.length()));
            return Optional.of(LocalDate.parse(day).atStartOfDay().toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
