package io.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * {@code docs/metrics.md} tells of every metric of the code, and dashboards and rules of no other.
 */
class MetricsPageTest {

    private static final Pattern BUILT =
            Pattern.compile(
                    "(?:builder|counter|gauge|gaugeMapSize)\\(\\s*\"(broadsheet\\.[a-z.]+)\"");
    private static final Pattern SELECTED =
            Pattern.compile("\\b(broadsheet_[a-z0-9_]+)(?:\\{([^}]*)})?");
    private static final Pattern MATCHED = Pattern.compile("([a-z_]+)\\s*(?:=~|!~|!=|=)\\s*\"");
    private static final Pattern GROUPED = Pattern.compile("by \\(([a-z_, ]+)\\)");

    /** What Prometheus itself adds. */
    private static final Set<String> ADDED = Set.of("le", "instance", "component", "job");

    @Test
    void eachMetricOfTheCodeHasARowAndEachRowAMetric() throws IOException {
        Collection<MetricRow> rows = MetricRow.all().values();
        Set<String> code = builtInCode();

        assertThat(code)
                .hasSizeGreaterThan(20)
                .allSatisfy(name -> assertThat(rows).anyMatch(row -> row.isOf(name)));
        assertThat(rows).allSatisfy(row -> assertThat(code).as(row.name()).anyMatch(row::isOf));
    }

    @Test
    void rulesAndDashboardsNameOnlySeriesAndLabelsThatThereAre() throws IOException {
        Collection<MetricRow> rows = MetricRow.all().values();
        for (String expression : expressions()) {
            Set<String> known = new TreeSet<>(ADDED);
            Matcher selected = SELECTED.matcher(expression);
            while (selected.find()) {
                MetricRow row = row(rows, selected.group(1));
                known.addAll(row.labels());
                String labels = selected.group(2) == null ? "" : selected.group(2);
                assertThat(MATCHED.matcher(labels).results().map(it -> it.group(1)))
                        .as(expression)
                        .isSubsetOf(with(row.labels()));
            }
            if (known.size() > ADDED.size()) {
                assertThat(grouped(expression)).as(expression).isSubsetOf(known);
            }
        }
    }

    private static MetricRow row(Collection<MetricRow> rows, String series) {
        return rows.stream()
                .filter(row -> row.hasSeries(series))
                .findFirst()
                .orElseThrow(() -> new AssertionError("docs/metrics.md has no " + series));
    }

    private static Set<String> with(Set<String> labels) {
        Set<String> all = new TreeSet<>(ADDED);
        all.addAll(labels);
        return all;
    }

    private static List<String> grouped(String expression) {
        return GROUPED.matcher(expression)
                .results()
                .flatMap(by -> Pattern.compile(", *").splitAsStream(by.group(1)))
                .map(String::strip)
                .toList();
    }

    private static List<String> expressions() throws IOException {
        List<String> expressions = new ArrayList<>();
        for (String file : Project.files("deploy/grafana/dashboards", ".json")) {
            expressions.addAll(Project.json(file).findValuesAsText("expr"));
        }
        expressions.addAll(
                Project.yaml("deploy/prometheus/rules.yml").getFirst().findValuesAsText("expr"));
        assertThat(expressions).hasSizeGreaterThan(50);
        return expressions;
    }

    private static Set<String> builtInCode() throws IOException {
        Set<String> names = new TreeSet<>();
        for (String module : Project.modules()) {
            for (String file : Project.files(module + "/src/main/java", ".java")) {
                BUILT.matcher(Project.text(file))
                        .results()
                        .map((MatchResult built) -> built.group(1))
                        .forEach(names::add);
            }
        }
        return names;
    }
}
