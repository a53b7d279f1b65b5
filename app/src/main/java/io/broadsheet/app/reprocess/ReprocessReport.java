package io.broadsheet.app.reprocess;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.enrich.revision.Substance;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.operate.report.Table;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** How many articles differ, in what, and what became of those that were asked for. */
public final class ReprocessReport {

    private static final Set<Total> ALWAYS_TOLD = Set.of(Total.READ, Total.SAME, Total.DIFFER);

    private final Map<String, Integer> totals = new TreeMap<>();
    private final Map<String, Integer> fields = new TreeMap<>();
    private final Map<String, Integer> failures = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<Difference> shown = new ArrayList<>();

    void count(Total total) {
        totals.merge(total.name(), 1, Integer::sum);
    }

    void differing(List<String> names) {
        count(Total.DIFFER);
        names.forEach(name -> fields.merge(name, 1, Integer::sum));
    }

    void show(Difference difference) {
        shown.add(difference);
    }

    int shown() {
        return shown.size();
    }

    void fail(String reason) {
        count(Total.FAILED);
        failures.merge(reason, 1, Integer::sum);
    }

    void became(String outcome) {
        outcomes.merge(outcome, 1, Integer::sum);
    }

    /** How many articles there are of a kind. */
    public int of(Total total) {
        return totals.getOrDefault(total.name(), 0);
    }

    /** How many of those that were asked for came to that. */
    public int of(String outcome) {
        return outcomes.getOrDefault(outcome, 0);
    }

    /** What the articles are that were read. */
    public enum Total {
        /** All whose raw record is of the time that is meant. */
        READ,
        /** The steps make the same of it. */
        SAME,
        /** The steps make something else of it. */
        DIFFER,
        /** Other steps than the one that is meant make something else of it. */
        OTHER_STEPS,
        /** The steps make nothing of it, or it cannot be read. */
        FAILED,
        /** Its raw record is no longer there. */
        GONE
    }

    /** For people. */
    public List<String> text() {
        List<String> lines = new ArrayList<>();
        for (Total total : Total.values()) {
            if (of(total) > 0 || ALWAYS_TOLD.contains(total)) {
                String name = total.name().toLowerCase(Locale.ROOT).replace('_', ' ');
                lines.add("%-11s %,d".formatted(name, of(total)));
            }
        }
        table(lines, "FAILED BECAUSE", failures);
        fieldTable(lines);
        for (Difference difference : shown) {
            lines.add(difference.articleId() + " version " + difference.version());
            difference
                    .fields()
                    .forEach(field ->
                            lines.add(
                                    "  %s: %s -> %s"
                                            .formatted(
                                                    field.name(), field.before(), field.after())));
        }
        table(lines, "BECAME", outcomes);
        return lines;
    }

    private void fieldTable(List<String> lines) {
        if (!fields.isEmpty()) {
            Table table = new Table("COUNT", "STEP", "FIELD");
            fields.forEach((field, count) -> table.add(count, step(field), field));
            lines.addAll(table.lines());
        }
    }

    private static void table(List<String> lines, String head, Map<String, Integer> counts) {
        if (!counts.isEmpty()) {
            Table table = new Table("COUNT", head);
            counts.forEach((name, count) -> table.add(count, name));
            lines.addAll(table.lines());
        }
    }

    /** For machines, one JSON object each: the differences shown, then one with all counts. */
    public List<String> json() {
        List<String> lines = new ArrayList<>();
        for (Difference difference : shown) {
            for (Difference.Field field : difference.fields()) {
                lines.add(
                        object().put("articleId", difference.articleId())
                                .put("version", difference.version())
                                .put("step", step(field.name()))
                                .put("field", field.name())
                                .put("before", field.before())
                                .put("after", field.after())
                                .toString());
            }
        }
        ObjectNode counts = object();
        for (Total total : Total.values()) {
            counts.put(total.name().toLowerCase(Locale.ROOT), of(total));
        }
        put(counts, "fields", fields);
        put(counts, "failures", failures);
        put(counts, "became", outcomes);
        lines.add(counts.toString());
        return lines;
    }

    private static void put(ObjectNode counts, String name, Map<String, Integer> of) {
        of.forEach(counts.putObject(name)::put);
    }

    private static ObjectNode object() {
        return JsonNodeFactory.instance.objectNode();
    }

    private static String step(String field) {
        return Substance.stepOf(field).map(Step::processor).orElse("ingest");
    }
}
