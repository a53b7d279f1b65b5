package io.broadsheet.e2e.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A set of containers, as compose sees it when several files are given.
 *
 * @param name of the set
 * @param services what is said about each of them
 */
record ComposeSet(String name, Map<String, JsonNode> services) {

    private static final String FIRST = "docker-compose.yml";

    /** Lists that a later file replaces; of all others it adds to. */
    private static final Set<String> REPLACED = Set.of("command", "entrypoint", "test");

    /** Every set that there is. */
    static List<ComposeSet> all() throws IOException {
        return List.of(
                of("default"),
                of("cluster", "deploy/compose/cluster.yml"),
                of("secure", "deploy/compose/secure.yml"),
                of("monitoring", "deploy/compose/monitoring.yml"));
    }

    static ComposeSet of(String name, String... more) throws IOException {
        Map<String, JsonNode> services = new LinkedHashMap<>();
        for (String file : Stream.concat(Stream.of(FIRST), Stream.of(more)).toList()) {
            JsonNode said = Project.yaml(file).getFirst().path("services");
            said.properties()
                    .forEach(service ->
                            services.merge(
                                    service.getKey(), service.getValue(), ComposeSet::merged));
        }
        return new ComposeSet(name, services);
    }

    JsonNode service(String service) {
        JsonNode found = services.get(service);
        if (found == null) {
            throw new IllegalArgumentException(name + " has no service " + service);
        }
        return found;
    }

    private static JsonNode merged(JsonNode first, JsonNode later) {
        if (!first.isObject() || !later.isObject()) {
            return later;
        }
        ObjectNode all = first.deepCopy();
        later.properties()
                .forEach(entry ->
                        all.set(
                                entry.getKey(),
                                merged(
                                        entry.getKey(),
                                        all.path(entry.getKey()),
                                        entry.getValue())));
        return all;
    }

    private static JsonNode merged(String key, JsonNode first, JsonNode later) {
        if (!first.isArray() || REPLACED.contains(key)) {
            return first.isObject() ? merged(first, later) : later;
        }
        ArrayNode both = JsonNodeFactory.instance.arrayNode();
        first.forEach(both::add);
        later.forEach(both::add);
        return both;
    }
}
