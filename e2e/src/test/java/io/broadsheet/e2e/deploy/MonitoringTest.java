package io.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** Alerts and dashboards speak of metrics that exist, and alerts of what to do. */
class MonitoringTest {

    private static final String DASHBOARDS = "deploy/grafana/dashboards";
    private static final Pattern METRIC =
            Pattern.compile("\\b(?:broadsheet|kafka|jvm|process|system)_[a-z0-9_]+");

    /** A process that runs is compared with the same list by UpE2E. */
    @Test
    void theListOfMetricsIsWhatRulesAndDashboardsUse() throws IOException {
        Set<String> used =
                Stream.concat(ruleExpressions(), dashboardExpressions().stream())
                        .flatMap(expression -> METRIC.matcher(expression).results())
                        .map(MatchResult::group)
                        .collect(Collectors.toCollection(TreeSet::new));

        assertThat(Project.text("e2e/src/test/resources/metrics-used.txt").lines())
                .containsExactlyElementsOf(used);
    }

    @Test
    void eachAlertHasASectionThatSaysWhatToDo() throws IOException {
        List<String> headings =
                Project.text("docs/operations.md")
                        .lines()
                        .filter(line -> line.startsWith("#"))
                        .map(line -> line.replaceFirst("^#+ *", "").toLowerCase(Locale.ROOT))
                        .toList();

        assertThat(rules())
                .isNotEmpty()
                .allSatisfy(rule -> {
                    String name = rule.path("alert").asText().toLowerCase(Locale.ROOT);
                    assertThat(rule.at("/annotations/runbook").asText())
                            .isEqualTo("docs/operations.md#" + name);
                    assertThat(headings).contains(name);
                });
    }

    @Test
    void eachAlertIsTriedByATestOfTheRulesOrNeedsNone() throws IOException {
        String tests = Project.text("deploy/prometheus/rules_test.yml");

        assertThat(rules())
                .extracting(rule -> rule.path("alert").asText())
                .filteredOn(name -> !tests.contains("alertname: " + name))
                .containsExactlyInAnyOrder("BroadsheetNotReady", "BroadsheetFileDescriptors");
    }

    @Test
    void dashboardsHaveNamesThatStayAndReadFromTheSourceThatIsChosen() throws IOException {
        String provisioned =
                Project.yaml("deploy/grafana/provisioning/datasources/prometheus.yml")
                        .getFirst()
                        .at("/datasources/0/uid")
                        .asText();
        Set<String> names = new TreeSet<>();
        for (String file : Project.files(DASHBOARDS, ".json")) {
            JsonNode dashboard = Project.json(file);
            names.add(dashboard.path("uid").asText());
            JsonNode variable = dashboard.at("/templating/list/0");
            assertThat(variable.path("type").asText()).as(file).isEqualTo("datasource");
            assertThat(variable.at("/current/value").asText()).as(file).isEqualTo(provisioned);
            assertThat(dashboard.path("panels")).isNotEmpty();
            for (JsonNode panel : dashboard.path("panels")) {
                assertThat(panel.findValuesAsText("uid"))
                        .as(file)
                        .isNotEmpty()
                        .containsOnly("${datasource}");
            }
        }
        assertThat(names)
                .containsExactly("broadsheet-images", "broadsheet-overview", "broadsheet-sources");
    }

    @Test
    void everyServiceIsWatched() throws IOException {
        JsonNode prometheus = Project.yaml("deploy/prometheus/prometheus.yml").getFirst();
        List<String> watched =
                StreamSupport.stream(
                                prometheus
                                        .at("/scrape_configs/0/dns_sd_configs/0/names")
                                        .spliterator(),
                                false)
                        .map(JsonNode::asText)
                        .toList();
        ComposeSet cluster = ComposeSet.of("cluster", "deploy/compose/cluster.yml");

        assertThat(cluster.services().entrySet())
                .filteredOn(entry ->
                        entry.getValue().path("image").asText().startsWith("broadsheet:")
                                && !entry.getKey().equals("setup"))
                .extracting(java.util.Map.Entry::getKey)
                .containsExactlyInAnyOrderElementsOf(watched);
    }

    private static List<JsonNode> rules() throws IOException {
        return StreamSupport.stream(
                        Project.yaml("deploy/prometheus/rules.yml")
                                .getFirst()
                                .at("/groups/0/rules")
                                .spliterator(),
                        false)
                .toList();
    }

    private static Stream<String> ruleExpressions() throws IOException {
        return rules().stream().map(rule -> rule.path("expr").asText());
    }

    private static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = new java.util.ArrayList<>();
        for (String file : Project.files(DASHBOARDS, ".json")) {
            expressions.addAll(Project.json(file).findValuesAsText("expr"));
        }
        assertThat(expressions).isNotEmpty();
        return expressions;
    }
}
