package io.broadsheet.operate.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

import io.broadsheet.operate.report.Table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** How many letters of each reason and code went where. */
public final class ReplayReport {

    private final Map<Row, Integer> counts = new HashMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private int failed;

    private record Row(String reason, String code, String target) {}

    void count(Step step, String target) {
        var facts = step.found().facts();
        counts.merge(new Row(facts.reason(), facts.code(), target), 1, Integer::sum);
    }

    void countOutcome(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    void fail(Step step, String why) {
        failed++;
        count(step, "not possible: " + why);
    }

    /** How many letters should have been replayed and could not be. */
    public int failed() {
        return failed;
    }

    /** Whether no letter was meant. */
    public boolean isEmpty() {
        return counts.isEmpty();
    }

    /** For people. */
    public List<String> text() {
        Table table = new Table("COUNT", "REASON", "CODE", "TARGET");
        sorted().forEach(entry -> {
            Row row = entry.getKey();
            table.add(entry.getValue(), row.reason(), row.code(), row.target());
        });
        Table became = new Table("COUNT", "BECAME");
        outcomes.forEach((outcome, count) -> became.add(count, outcome));
        List<String> lines = new ArrayList<>(table.lines());
        lines.addAll(outcomes.isEmpty() ? List.of() : became.lines());
        return lines;
    }

    /** For machines, one JSON object each. */
    public List<String> json() {
        List<String> lines = new ArrayList<>();
        for (Map.Entry<Row, Integer> entry : sorted()) {
            lines.add(
                    JsonNodeFactory.instance
                            .objectNode()
                            .put("count", entry.getValue())
                            .put("reason", entry.getKey().reason())
                            .put("code", entry.getKey().code())
                            .put("target", entry.getKey().target())
                            .toString());
        }
        outcomes.forEach((outcome, count) ->
                lines.add(
                        JsonNodeFactory.instance
                                .objectNode()
                                .put("count", count)
                                .put("became", outcome)
                                .toString()));
        return lines;
    }

    private List<Map.Entry<Row, Integer>> sorted() {
        return counts.entrySet().stream()
                .sorted(
                        Comparator.<Map.Entry<Row, Integer>>comparingInt(entry -> -entry.getValue())
                                .thenComparing(entry -> entry.getKey().toString()))
                .toList();
    }
}
