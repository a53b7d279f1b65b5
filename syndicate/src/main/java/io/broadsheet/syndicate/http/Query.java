package io.broadsheet.syndicate.http;

import io.broadsheet.runtime.failure.SafeText;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The query of a request. Its names are known, its values bounded and without controls. */
public final class Query {

    private static final int CHARS_MAX = 4_096;
    private static final int VALUE_CHARS_MAX = 512;
    private static final int VALUES_MAX = 50;
    private static final int SHOWN_CHARS_MAX = 80;

    private final Map<String, List<String>> values;

    private Query(Map<String, List<String>> values) {
        this.values = values;
    }

    /**
     * Reads a query.
     *
     * @param raw as it came, percent-encoded, without the question mark; empty for none
     * @param known names that may be in it
     * @throws ProblemException if it has others, or values that cannot be
     */
    public static Query read(String raw, Set<String> known) {
        if (raw.length() > CHARS_MAX) {
            throw malformed("the query is longer than " + CHARS_MAX + " characters");
        }
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (String pair : raw.split("&", -1)) {
            if (!pair.isEmpty()) {
                String[] sides = pair.split("=", 2);
                String name = known(decoded(sides[0]), known);
                String value = checked(name, sides.length == 2 ? decoded(sides[1]) : "");
                values.computeIfAbsent(name, _ -> new ArrayList<>()).add(value);
            }
        }
        values.forEach(Query::requireFew);
        return new Query(values);
    }

    private static String known(String name, Set<String> known) {
        if (!known.contains(name)) {
            throw malformed(
                    "there is no parameter %s; there are %s"
                            .formatted(
                                    quoted(name),
                                    String.join(", ", known.stream().sorted().toList())));
        }
        return name;
    }

    private static String checked(String name, String value) {
        if (value.isBlank() || value.length() > VALUE_CHARS_MAX) {
            throw malformed("%s must have 1 to %d characters".formatted(name, VALUE_CHARS_MAX));
        }
        if (!SafeText.escapeControls(value).equals(value)) {
            throw malformed("%s = %s has control characters".formatted(name, quoted(value)));
        }
        return value.strip();
    }

    private static void requireFew(String name, List<String> values) {
        if (values.size() > VALUES_MAX) {
            throw malformed("%s is given more than %d times".formatted(name, VALUES_MAX));
        }
    }

    private static String decoded(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw malformed("%s is no percent-encoding".formatted(quoted(text)));
        }
    }

    /** All values of a parameter, in their order. */
    public List<String> all(String name) {
        return values.getOrDefault(name, List.of());
    }

    /**
     * The value of a parameter.
     *
     * @throws ProblemException if there are several
     */
    public Optional<String> one(String name) {
        List<String> all = all(name);
        if (all.size() > 1) {
            throw malformed(name + " is given more than once");
        }
        return all.stream().findFirst();
    }

    /** The query as text, by name, so that the same question is always the same text. */
    public String text() {
        return text(Map.of());
    }

    /** The same with some parameters set to another value. */
    public String text(Map<String, String> others) {
        Map<String, List<String>> all = new TreeMap<>(values);
        others.forEach((name, value) -> all.put(name, List.of(value)));
        List<String> pairs = new ArrayList<>();
        all.forEach((name, list) -> list.forEach(value -> pairs.add(name + "=" + encoded(value))));
        return String.join("&", pairs);
    }

    /** The same without some parameters. */
    public Query without(Set<String> names) {
        Map<String, List<String>> fewer = new LinkedHashMap<>(values);
        fewer.keySet().removeAll(names);
        return new Query(fewer);
    }

    /** As a value of a query or a segment of a path. */
    public static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** A text from outside, as it may be shown in a problem. */
    public static String quoted(String text) {
        return "\"" + SafeText.cut(SafeText.escapeControls(text), SHOWN_CHARS_MAX) + "\"";
    }

    private static ProblemException malformed(String detail) {
        return new ProblemException(Problem.malformed(detail));
    }
}
