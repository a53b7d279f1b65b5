package io.broadsheet.operate.letters;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.broadsheet.operate.report.Table;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** How many letters there are of each reason and code, the most frequent first. */
public final class Histogram {

    private final Map<Bar, Count> counts = new HashMap<>();

    private record Bar(String stage, String reason, String code) {}

    private record Count(long letters, Instant latest) {

        Count plus(Count other) {
            return new Count(
                    letters + other.letters, latest.isAfter(other.latest) ? latest : other.latest);
        }
    }

    /** Counts a letter. */
    public void add(LetterFacts letter) {
        counts.merge(
                new Bar(letter.stage(), letter.reason(), letter.code()),
                new Count(1, letter.failedAt()),
                Count::plus);
    }

    /** For people. */
    public List<String> text() {
        Table table = new Table("COUNT", "STAGE", "REASON", "CODE", "LATEST");
        sorted().forEach(entry ->
                table.add(
                        entry.getValue().letters(),
                        entry.getKey().stage(),
                        entry.getKey().reason(),
                        entry.getKey().code(),
                        entry.getValue().latest()));
        return table.lines();
    }

    /** For machines, one JSON object each. */
    public List<String> json() {
        return sorted().stream()
                .map(entry ->
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("stage", entry.getKey().stage())
                                .put("reason", entry.getKey().reason())
                                .put("code", entry.getKey().code())
                                .put("count", entry.getValue().letters())
                                .put("latest", entry.getValue().latest().toString())
                                .toString())
                .toList();
    }

    private List<Map.Entry<Bar, Count>> sorted() {
        return counts.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<Bar, Count>>comparingLong(
                                        entry -> -entry.getValue().letters())
                                .thenComparing(entry -> entry.getKey().toString()))
                .toList();
    }
}
