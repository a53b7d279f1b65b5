package io.broadsheet.bench.dates;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.enrich.step.date.DateInput;
import io.broadsheet.enrich.step.date.DateStep;
import io.broadsheet.enrich.step.date.DateText;
import io.broadsheet.enrich.step.date.Dates;
import io.broadsheet.enrich.step.date.WrittenDate;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Prints how many written dates of a directory are read as expected, and how many posts of the
 * directory beside it that are known to err come out right.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/dates/ScoreDates.java DIRECTORY [--failures]}
 */
public final class ScoreDates {

    /** "Now" in the tests the rows are from. */
    private static final LocalDateTime REFERENCE = LocalDateTime.parse("2012-11-13T00:00:00");

    /** Later than all dates of the feeds. */
    private static final Instant SEEN = Instant.parse("2026-01-01T00:00:00Z");

    private static final String LOCAL_GROUP = "dateparser test_dates_parsing";

    /** Groups that need no settings; their expectations name an instant. */
    private static final Set<String> INSTANT_GROUPS =
            Set.of(
                    "dateparser test_parsing_with_utc_offsets",
                    "dateparser test_parsing_with_time_zones_and_converting_to_UTC",
                    "dateparser test_parse_timestamp");

    private final DateScore score;

    private ScoreDates(DateScore score) {
        this.score = score;
    }

    /**
     * Prints the report.
     *
     * @param arguments the directory, and {@code --failures} to show what differs
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScoreDates DIRECTORY [--failures]");
            return;
        }
        Path directory = Path.of(arguments[0]);
        var score = new DateScore(List.of(arguments).contains("--failures"), out);
        var scorer = new ScoreDates(score);
        DateRow.in(directory.resolve("dateparser.jsonl"), "group").forEach(scorer::words);
        DateRow.in(directory.resolve("feed-dates.jsonl"), "format").forEach(scorer::feed);
        DateRow.in(directory.resolve("rfc822-feedvalidator.jsonl"), "").forEach(scorer::rfc822);
        score.print();
        Path posts = directory.resolveSibling("posts");
        if (Files.exists(posts.resolve("expected.jsonl"))) {
            new LearnedPosts(posts).print(out);
        }
    }

    private void words(DateRow row) {
        boolean instant = INSTANT_GROUPS.contains(row.group());
        if (!instant && !row.group().startsWith(LOCAL_GROUP)) {
            return;
        }
        var expected = LocalDateTime.parse(row.expected().path("expected_local").asText());
        Optional<LocalDateTime> got =
                DateText.read(row.input(), Optional.of(REFERENCE.toInstant(ZoneOffset.UTC)))
                        .map(date -> instant ? utc(date) : local(date));
        score.add(row, got.equals(Optional.of(expected)), got.toString());
    }

    private static LocalDateTime local(WrittenDate date) {
        return date.date().atTime(date.time().orElse(LocalTime.MIDNIGHT));
    }

    private static LocalDateTime utc(WrittenDate date) {
        return LocalDateTime.ofInstant(date.instant(), ZoneOffset.UTC);
    }

    private void feed(DateRow row) {
        Optional<Instant> expected =
                Optional.of(row.expected().path("expected_utc"))
                        .filter(JsonNode::isTextual)
                        .map(node -> Instant.parse(node.asText()));
        Dates dates = DateStep.read(DateInput.of(Optional.of(row.input()), List.of(), SEEN));
        Optional<Instant> got = dates.published();
        score.add(row, got.equals(expected), got.toString());
    }

    private void rfc822(DateRow row) {
        Optional<Instant> got = DateText.read(row.input()).map(WrittenDate::instant);
        boolean isRight =
                row.expected()
                        .path("expected_utc_any_of")
                        .valueStream()
                        .map(node -> Instant.parse(node.asText()))
                        .anyMatch(instant -> got.equals(Optional.of(instant)));
        score.add(row, isRight, got.toString());
    }
}
