package io.broadsheet.ingest.format.htmlpage.ld;

import com.fasterxml.jackson.databind.JsonNode;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All linked data of a page. Each script is read by itself, so that a broken one spoils no other.
 */
public final class LinkedData {

    private static final int SCRIPTS_MAX = 50;
    private static final int THINGS_MAX = 2_000;
    private static final int DEPTH_MAX = 6;

    /** Where the things that matter are kept inside of others. */
    private static final List<String> INSIDE = List.of("@graph", "mainEntity", "mainEntityOfPage");

    private final List<JsonNode> things = new ArrayList<>();
    private final Map<String, JsonNode> byId = new HashMap<>();
    private Optional<String> problem = Optional.empty();

    private LinkedData() {}

    /** Of the texts of its scripts, in order; never throws. */
    public static LinkedData of(List<String> scripts) {
        var data = new LinkedData();
        for (String script : scripts.subList(0, Math.min(scripts.size(), SCRIPTS_MAX))) {
            LdScript read = LdScript.of(script);
            read.values().forEach(value -> data.take(value, 0));
            data.problem = data.problem.or(read::problem);
        }
        return data;
    }

    private void take(JsonNode value, int depth) {
        if (depth > DEPTH_MAX || things.size() >= THINGS_MAX) {
            return;
        }
        if (value.isArray()) {
            value.forEach(one -> take(one, depth + 1));
        } else if (value.isObject()) {
            things.add(value);
            name(value);
            INSIDE.forEach(property -> take(value.path(property), depth + 1));
        }
    }

    /** What only repeats a name is not the thing itself. */
    private void name(JsonNode object) {
        String id = object.path("@id").asText("");
        if (!id.isEmpty() && object.size() > 1) {
            byId.putIfAbsent(id, object);
        }
    }

    /** Where and why a script breaks off; empty if none does. */
    public Optional<String> problem() {
        return problem;
    }

    /**
     * The article that the page is. One that calls itself by the page's address is it; else the
     * most telling type, and among equals one with a headline, and the first of these.
     *
     * @param isPage whether an address is that of the page
     */
    public Optional<LdNode> article(Predicate<String> isPage) {
        return things.stream()
                .filter(thing -> LdType.of(thing).compareTo(LdType.PAGE) < 0)
                .min(
                        Comparator.comparing((JsonNode t) -> !isOf(t, isPage))
                                .thenComparing(LdType::of)
                                .thenComparing(t -> !t.has("headline")))
                .map(thing -> new LdNode(thing, byId));
    }

    private boolean isOf(JsonNode thing, Predicate<String> isPage) {
        return new LdNode(thing, byId).addresses().stream().anyMatch(isPage);
    }

    /** What describes the page around the article. */
    public Optional<LdNode> page() {
        return things.stream()
                .filter(thing -> LdType.of(thing) == LdType.PAGE)
                .min(Comparator.comparing((JsonNode thing) -> thing.size() < 3))
                .map(thing -> new LdNode(thing, byId));
    }
}
