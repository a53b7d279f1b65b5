package io.broadsheet.e2e.deploy;

import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A metric as {@code docs/metrics.md} tells of it.
 *
 * @param name as Prometheus has it
 * @param labels their names
 */
public record MetricRow(String name, String kind, Set<String> labels) {

    private static final Pattern ROW =
            Pattern.compile("\\| `(broadsheet_[a-z_]+)` \\| ([a-z]+) \\| ([^|]*)\\|.*");
    private static final Pattern SERIES = Pattern.compile("([a-z_]+)(?:\\{(.*)})? ");
    private static final Pattern LABEL = Pattern.compile("([a-z_]+)=\"(?:[^\"\\\\]|\\\\.)*\"");
    private static final Pattern WORD = Pattern.compile("`([a-z_]+)`");

    /** All that the page has, by name. */
    public static Map<String, MetricRow> all() throws IOException {
        Map<String, MetricRow> rows = new TreeMap<>();
        for (String line : Project.text("docs/metrics.md").lines().toList()) {
            Matcher row = ROW.matcher(line);
            if (row.matches()) {
                Set<String> labels =
                        WORD.matcher(row.group(3))
                                .results()
                                .map(word -> word.group(1))
                                .collect(Collectors.toCollection(TreeSet::new));
                rows.put(row.group(1), new MetricRow(row.group(1), row.group(2), labels));
            }
        }
        return rows;
    }

    /** Its name in the code, with dots for underscores and without what Prometheus adds. */
    boolean isOf(String code) {
        String base = code.replace('.', '_');
        return name.equals(base)
                || Arrays.asList("_total", "_seconds", "_bytes", "_records").stream()
                        .anyMatch(unit -> name.equals(base + unit));
    }

    /** Whether a line of {@code /metrics} is of this metric, with the labels that it has. */
    public boolean describes(String line) {
        Matcher series = SERIES.matcher(line);
        if (!series.lookingAt() || !hasSeries(series.group(1))) {
            return false;
        }
        String text = series.group(2) == null ? "" : series.group(2);
        Set<String> told =
                LABEL.matcher(text)
                        .results()
                        .map(label -> label.group(1))
                        .filter(label -> !label.equals("le"))
                        .collect(Collectors.toCollection(TreeSet::new));
        return told.equals(labels);
    }

    /** Whether a series may be called so. */
    boolean hasSeries(String series) {
        return series.equals(name)
                || (kind.equals("histogram")
                        && Set.of("_bucket", "_count", "_sum", "_max").stream()
                                .anyMatch(part -> series.equals(name + part)));
    }
}
