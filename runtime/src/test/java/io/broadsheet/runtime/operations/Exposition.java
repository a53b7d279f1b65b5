package io.broadsheet.runtime.operations;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads OpenMetrics 1.0 text as strictly as its specification asks a reader to: a family's TYPE and
 * UNIT stand before its samples, samples are named for their type, families are not mixed, EOF is
 * the end.
 */
final class Exposition {

    private static final Pattern META =
            Pattern.compile("# (TYPE|UNIT|HELP) ([a-zA-Z_:][a-zA-Z0-9_:]*) ?(.*)");
    private static final Pattern SAMPLE =
            Pattern.compile("([a-zA-Z_:][a-zA-Z0-9_:]*)(?:\\{(.*?)})? (\\S+)(?: # \\{.*)?");
    private static final Pattern LABEL =
            Pattern.compile(
                    "([a-zA-Z_][a-zA-Z0-9_]*)=\"((?:[^\"\\\\\\n]|\\\\[\\\\\"n])*)\"(?:,|$)");

    private static final Map<String, List<String>> SUFFIXES =
            Map.of(
                    "counter", List.of("_total", "_created"),
                    "gauge", List.of(""),
                    "info", List.of("_info"),
                    "histogram", List.of("_bucket", "_count", "_sum", "_created"),
                    "summary", List.of("", "_count", "_sum", "_created"),
                    "unknown", List.of(""));

    private final Map<String, Family> families = new LinkedHashMap<>();
    private Family current = new Family("", new HashMap<>(), new ArrayList<>());

    /** One of the metrics, with all its series. */
    record Family(String name, Map<String, String> meta, List<Sample> samples) {

        String type() {
            return meta.getOrDefault("TYPE", "unknown");
        }
    }

    /** One line. */
    record Sample(String name, Map<String, String> labels, double value) {}

    /** Families by name. */
    static Map<String, Family> of(String text) {
        if (!text.endsWith("# EOF\n")) {
            throw new IllegalArgumentException("the end is missing");
        }
        var exposition = new Exposition();
        text.substring(0, text.length() - "# EOF\n".length()).lines().forEach(exposition::line);
        return exposition.families;
    }

    private void line(String line) {
        Matcher meta = META.matcher(line);
        if (meta.matches()) {
            meta(meta.group(1), meta.group(2), meta.group(3));
        } else {
            sample(line);
        }
    }

    private void meta(String what, String name, String value) {
        if (!current.name().equals(name)) {
            check(!families.containsKey(name), "a family in two pieces", name);
            current = new Family(name, new HashMap<>(), new ArrayList<>());
            families.put(name, current);
        }
        check(current.samples().isEmpty(), "said after the samples", name);
        check(current.meta().put(what, value) == null, "said twice: " + what, name);
        check(!what.equals("UNIT") || name.endsWith("_" + value), "not named for its unit", name);
    }

    private void sample(String line) {
        Matcher sample = SAMPLE.matcher(line);
        check(sample.matches(), "no sample", line);
        String name = sample.group(1);
        check(name.startsWith(current.name()), "a sample of another family", line);
        String suffix = name.substring(current.name().length());
        List<String> allowed = SUFFIXES.getOrDefault(current.type(), List.of());
        check(allowed.contains(suffix), "not as its type is named: " + current.type(), line);
        var read = new Sample(name, labels(sample.group(2)), value(sample.group(3)));
        boolean isNew =
                current.samples().stream()
                        .noneMatch(
                                it -> it.name().equals(name) && it.labels().equals(read.labels()));
        check(isNew, "a series twice", line);
        current.samples().add(read);
    }

    private static Map<String, String> labels(String text) {
        Map<String, String> labels = new HashMap<>();
        String rest = text == null ? "" : text;
        while (!rest.isEmpty()) {
            Matcher label = LABEL.matcher(rest);
            check(label.lookingAt(), "no label", rest);
            check(labels.put(label.group(1), label.group(2)) == null, "a label twice", text);
            rest = rest.substring(label.end());
        }
        return labels;
    }

    private static double value(String text) {
        return switch (text) {
            case "+Inf" -> Double.POSITIVE_INFINITY;
            case "-Inf" -> Double.NEGATIVE_INFINITY;
            default -> Double.parseDouble(text);
        };
    }

    private static void check(boolean holds, String what, Object where) {
        if (!holds) {
            throw new IllegalArgumentException(what + ": " + where);
        }
    }
}
