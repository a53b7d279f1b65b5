package io.broadsheet.bench.feeds;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Counts expectations that hold, by collection and field, and shows those that do not. */
final class Score {

    private static final int SHOWN_CHARS_MAX = 160;

    /** Shown, but no part of the sum: no field of an article. */
    private static final Set<String> ASIDE = Set.of("well-formed");

    private static final class Count {
        private int held;
        private int all;
    }

    private final boolean showFailures;
    private final PrintStream out;
    private final Map<String, Map<String, Count>> counts = new TreeMap<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();

    Score(boolean showFailures, PrintStream out) {
        this.showFailures = showFailures;
        this.out = out;
    }

    void add(String collection, String file, String field, Compared compared) {
        Count count =
                counts.computeIfAbsent(collection, _ -> new TreeMap<>())
                        .computeIfAbsent(field, _ -> new Count());
        count.all++;
        count.held += compared.holds() ? 1 : 0;
        if (!compared.holds() && showFailures) {
            out.printf(
                    "%s %s %s%n    expected %s%n    found    %s%n",
                    collection, file, field, shown(compared.expected()), shown(compared.found()));
        }
    }

    private static String shown(String text) {
        String line = text.replace("\n", "\\n");
        return line.length() <= SHOWN_CHARS_MAX ? line : line.substring(0, SHOWN_CHARS_MAX) + "…";
    }

    /** An expectation of something that has no field here. */
    void leaveOut(String collection) {
        leftOut.merge(collection, 1, Integer::sum);
    }

    void print() {
        counts.forEach((collection, fields) -> {
            fields.forEach((field, count) -> line(collection, field, count));
            line(collection, "ALL", sum(fields));
            out.printf(
                    "%-16s left out, since no field of ours is meant: %d%n",
                    collection, leftOut.getOrDefault(collection, 0));
        });
    }

    private static Count sum(Map<String, Count> fields) {
        var sum = new Count();
        fields.forEach((field, count) -> {
            if (!ASIDE.contains(field)) {
                sum.held += count.held;
                sum.all += count.all;
            }
        });
        return sum;
    }

    private void line(String collection, String field, Count count) {
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-16s %-24s %6d of %6d  %6.2f %%",
                        collection,
                        field,
                        count.held,
                        count.all,
                        count.all == 0 ? 100.0 : 100.0 * count.held / count.all));
    }
}
