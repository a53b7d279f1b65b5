package io.broadsheet.bench.posts;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Counts what holds, by kind of post and by field. */
final class Tally {

    private static final class Count {
        private int held;
        private int all;
    }

    private final boolean showFailures;
    private final PrintStream out;
    private final Map<String, Map<String, Count>> counts = new LinkedHashMap<>();

    /**
     * @param showFailures whether each difference is printed as it is met
     */
    Tally(boolean showFailures, PrintStream out) {
        this.showFailures = showFailures;
        this.out = out;
    }

    void add(String field, Expected of, boolean holds, String difference) {
        String kind = of.file().substring(0, Math.max(0, of.file().indexOf('/')));
        Count count =
                counts.computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                        .computeIfAbsent(field, _ -> new Count());
        count.all++;
        count.held += holds ? 1 : 0;
        if (!holds && showFailures) {
            out.println("%s: %s%n      %s".formatted(of.file(), field, difference));
        }
    }

    /** One line for each kind and field. */
    void print() {
        counts.forEach((kind, fields) ->
                fields.forEach((field, count) ->
                        out.println(
                                String.format(
                                        Locale.ROOT,
                                        "%-10s %-24s %5d of %5d  %6.2f %%",
                                        kind,
                                        field,
                                        count.held,
                                        count.all,
                                        100.0 * count.held / count.all))));
    }
}
