package io.broadsheet.ingest.format.htmlpage.ld;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.AgentType;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A thing of the linked data, and what it says. What it only names by id is looked up. */
public final class LdNode {

    private static final int VALUES_MAX = 150;
    private static final int DEPTH_MAX = 4;

    private final JsonNode object;
    private final Map<String, JsonNode> byId;

    LdNode(JsonNode object, Map<String, JsonNode> byId) {
        this.object = object;
        this.byId = byId;
    }

    /** Stripped texts of a property, one or a list; of objects in it their name. */
    public List<String> texts(String property) {
        Set<String> found = new LinkedHashSet<>();
        for (JsonNode value : values(property)) {
            boolean named = value.isObject() && value.has("name");
            texts(named ? value.path("name") : value).stream().findFirst().ifPresent(found::add);
        }
        return List.copyOf(found);
    }

    /** The addresses by which it calls itself. */
    public List<String> addresses() {
        List<String> found = new ArrayList<>();
        for (String property : List.of("url", "mainEntityOfPage", "@id")) {
            for (JsonNode value : values(property)) {
                address(value).ifPresent(found::add);
            }
        }
        return found;
    }

    /** People and organisations; their names as written, never split. */
    public List<Agent> agents(String property) {
        List<Agent> found = new ArrayList<>();
        for (JsonNode value : values(property)) {
            if (value.isObject()) {
                agent(value).ifPresent(found::add);
            } else {
                texts(value).forEach(name -> found.add(agent(name)));
            }
        }
        return found;
    }

    private static Agent agent(String name) {
        return Agent.newBuilder()
                .setName(name)
                .setUri(isWeb(name) ? name : null)
                .setBasis(Basis.DECLARED)
                .build();
    }

    private static Optional<Agent> agent(JsonNode object) {
        Optional<String> uri =
                first(object, "url").or(() -> first(object, "sameAs")).filter(LdNode::isWeb);
        return first(object, "name")
                .map(name ->
                        Agent.newBuilder()
                                .setType(agentType(object))
                                .setName(name)
                                .setUri(uri.orElse(null))
                                .setEmail(first(object, "email").orElse(null))
                                .setBasis(Basis.DECLARED)
                                .build());
    }

    private static AgentType agentType(JsonNode object) {
        String type = String.join(" ", texts(object.path("@type"))).toLowerCase(Locale.ROOT);
        if (type.contains("person")) {
            return AgentType.PERSON;
        }
        return type.contains("organization") ? AgentType.ORGANIZATION : AgentType.UNKNOWN;
    }

    /** Pictures: addresses, or objects that have one. */
    public List<RawImage> images(String property, ImageRole role) {
        List<RawImage> found = new ArrayList<>();
        for (JsonNode value : values(property)) {
            Optional<String> address = imageAddress(value);
            if (address.isPresent()) {
                found.add(
                        RawImage.newBuilder()
                                .setUrl(address.get())
                                .setRole(role)
                                .setField("ld:" + property)
                                .setPosition(found.size())
                                .setAlt(first(value, "caption").orElse(null))
                                .setAttributes(size(value))
                                .build());
            }
        }
        return found;
    }

    private static Optional<String> imageAddress(JsonNode value) {
        return value.isObject()
                ? first(value, "url")
                        .or(() -> first(value, "contentUrl"))
                        .or(() -> first(value, "@id").filter(LdNode::isWeb))
                : texts(value).stream().findFirst();
    }

    private static Map<String, String> size(JsonNode value) {
        Map<String, String> size = new HashMap<>();
        for (String name : List.of("width", "height", "creditText")) {
            first(value, name).ifPresent(text -> size.put(name, text));
        }
        return size;
    }

    private static Optional<String> address(JsonNode value) {
        return value.isObject()
                ? first(value, "@id").or(() -> first(value, "url"))
                : texts(value).stream().findFirst();
    }

    private static Optional<String> first(JsonNode object, String property) {
        return texts(object.path(property)).stream().findFirst();
    }

    private List<JsonNode> values(String property) {
        List<JsonNode> found = new ArrayList<>();
        flatten(object.path(property), found, 0);
        return found;
    }

    private void flatten(JsonNode value, List<JsonNode> into, int depth) {
        if (value.isArray() && depth < DEPTH_MAX) {
            value.forEach(one -> flatten(one, into, depth + 1));
        } else if (into.size() < VALUES_MAX && !value.isMissingNode()) {
            into.add(referred(value));
        }
    }

    /** Another object that is only named here. */
    private JsonNode referred(JsonNode value) {
        String id = value.path("@id").asText("");
        return value.isObject() && value.size() == 1 && !id.isEmpty()
                ? byId.getOrDefault(id, value)
                : value;
    }

    /** The texts that a value is: itself, those of a list, or what stands behind {@code @value}. */
    static List<String> texts(JsonNode value) {
        List<String> found = new ArrayList<>();
        texts(value, found, 0);
        return found;
    }

    private static void texts(JsonNode value, List<String> into, int depth) {
        if (value.isArray() && depth < DEPTH_MAX) {
            value.forEach(one -> texts(one, into, depth + 1));
        } else {
            String text = value.isObject() ? value.path("@value").asText("") : value.asText("");
            if (!text.isBlank() && into.size() < VALUES_MAX) {
                into.add(text.strip());
            }
        }
    }

    private static boolean isWeb(String text) {
        return text.startsWith("http://") || text.startsWith("https://");
    }
}
