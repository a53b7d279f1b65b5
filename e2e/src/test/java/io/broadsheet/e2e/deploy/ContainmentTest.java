package io.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.StreamSupport;

/** Every container of every set may do what it needs and nothing else (RELIABILITY 3.5). */
class ContainmentTest {

    private static final Pattern PINNED = Pattern.compile(".+:(?!latest$)[A-Za-z0-9._-]+");
    private static final Pattern DEFAULTED = Pattern.compile("\\$\\{\\w+:-([^}]*)}");
    private static final List<String> WORKLOADS =
            List.of("Deployment", "StatefulSet", "DaemonSet", "Job", "CronJob");

    private static final Map<String, Predicate<JsonNode>> OF_COMPOSE =
            Map.of(
                    "a user that is not root", s -> isOrdinary(s.path("user").asText()),
                    "a root that is read only", s -> s.path("read_only").asBoolean(),
                    "no capability", s -> list(s.path("cap_drop")).equals(List.of("ALL")),
                    "no new privileges",
                            s -> list(s.path("security_opt")).contains("no-new-privileges:true"),
                    "a limit of memory", s -> !s.path("mem_limit").asText().isEmpty(),
                    "a limit of processes", s -> s.path("pids_limit").asInt() > 0,
                    "a health check", ContainmentTest::isWatched,
                    "an image of a fixed version", s -> isPinned(s.path("image").asText()),
                    "ports for this machine alone",
                            s ->
                                    list(s.path("ports")).stream()
                                            .allMatch(port -> port.startsWith("127.0.0.1:")),
                    "no way to the engine",
                            s ->
                                    list(s.path("volumes")).stream()
                                            .noneMatch(v -> v.contains("docker.sock")));

    private static final Map<String, Predicate<JsonNode>> OF_A_POD =
            Map.of(
                    "a user that is not root",
                            p ->
                                    p.at("/securityContext/runAsNonRoot").asBoolean()
                                            && p.at("/securityContext/runAsUser").asInt() > 0,
                    "seccomp",
                            p ->
                                    p.at("/securityContext/seccompProfile/type")
                                            .asText()
                                            .equals("RuntimeDefault"),
                    "no token of the cluster",
                            p -> !p.path("automountServiceAccountToken").asBoolean(true),
                    "40 s to end in", p -> p.path("terminationGracePeriodSeconds").asInt() == 40);

    private static final Map<String, Predicate<JsonNode>> OF_A_CONTAINER =
            Map.of(
                    "a root that is read only",
                            c -> c.at("/securityContext/readOnlyRootFilesystem").asBoolean(),
                    "no capability",
                            c ->
                                    list(c.at("/securityContext/capabilities/drop"))
                                            .equals(List.of("ALL")),
                    "no new privileges",
                            c -> !c.at("/securityContext/allowPrivilegeEscalation").asBoolean(true),
                    "a limit of memory", c -> !c.at("/resources/limits/memory").asText().isEmpty(),
                    "an image of a fixed version", c -> isPinned(c.path("image").asText()));

    private static final Map<String, Predicate<JsonNode>> OF_A_SERVICE =
            Map.of(
                    "a probe of its start", c -> probes(c, "startupProbe", "/live"),
                    "a probe of its life", c -> probes(c, "livenessProbe", "/live"),
                    "a probe of its readiness", c -> probes(c, "readinessProbe", "/ready"));

    @Test
    void everyContainerOfComposeIsContained() throws IOException {
        List<String> missing = new ArrayList<>();
        for (ComposeSet set : ComposeSet.all()) {
            set.services()
                    .forEach((name, service) ->
                            missing.addAll(missing(set.name() + ": " + name, service, OF_COMPOSE)));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void everyWorkloadOfKubernetesIsContained() throws IOException {
        List<String> missing = new ArrayList<>();
        int workloads = 0;
        for (String file : Project.files("deploy/kubernetes", ".yaml")) {
            for (JsonNode document : Project.yaml(file)) {
                if (WORKLOADS.contains(document.path("kind").asText())) {
                    workloads++;
                    missing.addAll(ofWorkload(file, document));
                }
            }
        }

        assertThat(missing).isEmpty();
        assertThat(workloads).isEqualTo(7);
    }

    @Test
    void ourImageChecksItsHealthByItself() throws IOException {
        assertThat(Project.text("deploy/image/Dockerfile"))
                .contains("HEALTHCHECK")
                .contains("USER 10001:10001");
    }

    @Test
    void whatIsMissingIsFound() throws IOException {
        var bare = Project.json("e2e/src/test/resources/bare-service.json");

        assertThat(missing("bare", bare, OF_COMPOSE)).hasSize(OF_COMPOSE.size());
    }

    private static List<String> ofWorkload(String file, JsonNode workload) {
        JsonNode pod = workload.at("/spec/template/spec");
        String where = file + ": " + workload.at("/metadata/name").asText();
        List<String> missing = new ArrayList<>(missing(where, pod, OF_A_POD));
        for (JsonNode container : pod.path("containers")) {
            missing.addAll(missing(where, container, OF_A_CONTAINER));
            if (!workload.path("kind").asText().equals("Job")) {
                missing.addAll(missing(where, container, OF_A_SERVICE));
            }
        }
        return missing;
    }

    private static List<String> missing(
            String where, JsonNode workload, Map<String, Predicate<JsonNode>> needs) {
        return needs.entrySet().stream()
                .filter(need -> !need.getValue().test(workload))
                .map(need -> where + ": must have " + need.getKey())
                .sorted()
                .toList();
    }

    /** By a check of its own or of our image; what runs once to its end needs none. */
    private static boolean isWatched(JsonNode service) {
        JsonNode check = service.path("healthcheck");
        boolean once = List.of("no", "on-failure").contains(service.path("restart").asText());
        boolean ours = service.path("image").asText().startsWith("broadsheet:");
        return check.path("disable").asBoolean() ? once : ours || check.has("test");
    }

    private static boolean isOrdinary(String user) {
        return !user.isEmpty() && !user.startsWith("0") && !user.startsWith("root");
    }

    private static boolean isPinned(String image) {
        return PINNED.matcher(DEFAULTED.matcher(image).replaceAll("$1")).matches();
    }

    private static boolean probes(JsonNode container, String probe, String path) {
        return container.path(probe).at("/httpGet/path").asText().equals(path);
    }

    private static List<String> list(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
