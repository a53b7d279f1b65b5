package io.broadsheet.e2e.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.List;
import java.util.stream.StreamSupport;

/** Who may speak to the world. */
class NetworksTest {

    private static final List<String> PRIVATE =
            List.of(
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16");

    @Test
    void inComposeOnlyThoseWhoseWorkIsThereAreOnTheNetworkThatLeadsOut() throws IOException {
        for (ComposeSet set : ComposeSet.all()) {
            set.services()
                    .forEach((name, service) ->
                            assertThat(texts(service.path("networks")).contains("outside"))
                                    .as("%s: %s is on the network outside", set.name(), name)
                                    .isEqualTo(
                                            name.startsWith("check-images")
                                                    || name.startsWith("ingest")
                                                    || name.startsWith("syndicate")));
        }
        JsonNode networks = Project.yaml("docker-compose.yml").getFirst().path("networks");
        assertThat(networks.at("/inside/internal").asBoolean()).isTrue();
    }

    @Test
    void inKubernetesOnlyThoseWhoseWorkIsOutsideLeaveTheCluster() throws IOException {
        List<JsonNode> policies = Project.yaml("deploy/kubernetes/base/network.yaml");
        List<JsonNode> outward =
                policies.stream()
                        .filter(policy -> !policy.findValues("ipBlock").isEmpty())
                        .toList();

        assertThat(outward).hasSize(1);
        JsonNode world = outward.getFirst().path("spec");
        assertThat(texts(world.at("/podSelector/matchExpressions/0/values")))
                .containsExactly("check-images", "ingest", "syndicate");
        assertThat(texts(world.at("/egress/0/to/0/ipBlock/except"))).containsAll(PRIVATE);
        assertThat(policies)
                .as("one forbids everything that no other allows")
                .anySatisfy(policy -> {
                    assertThat(policy.at("/spec/podSelector").isEmpty()).isTrue();
                    assertThat(texts(policy.at("/spec/policyTypes")))
                            .containsExactly("Ingress", "Egress");
                    assertThat(policy.path("spec").has("egress")).isFalse();
                });
    }

    private static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }
}
