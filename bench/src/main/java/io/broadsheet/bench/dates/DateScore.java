package io.broadsheet.bench.dates;

import java.io.PrintStream;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what is read as expected, by group, what is kept aside apart. */
final class DateScore {

    private static final class Count {
        private int right;
        private int all;

        void add(boolean isRight) {
            all++;
            right += isRight ? 1 : 0;
        }

        @Override
        public String toString() {
            double share = all == 0 ? 100 : 100.0 * right / all;
            return String.format(Locale.ROOT, "%3d of %3d %6.1f %%", right, all, share);
        }
    }

    private record Pair(Count seen, Count aside) {}

    private final PrintStream out;
    private final boolean showFailures;
    private final Map<String, Pair> groups = new TreeMap<>();

    /**
     * @param showFailures whether each row that fails is printed, but for those kept aside
     */
    DateScore(boolean showFailures, PrintStream out) {
        this.showFailures = showFailures;
        this.out = out;
    }

    void add(DateRow row, boolean isRight, String got) {
        count(row.group(), row.isKeptAside(), isRight);
        count("all", row.isKeptAside(), isRight);
        if (!isRight && showFailures && !row.isKeptAside()) {
            out.println("%s: %s%n      got %s".formatted(row.group(), row.expected(), got));
        }
    }

    /** One line for each group: what was looked at, and what was kept aside. */
    void print() {
        groups.forEach((group, pair) ->
                out.println(
                        String.format(
                                Locale.ROOT,
                                "%-78s %s   aside %s",
                                group,
                                pair.seen(),
                                pair.aside())));
    }

    private void count(String group, boolean aside, boolean isRight) {
        Pair pair = groups.computeIfAbsent(group, _ -> new Pair(new Count(), new Count()));
        (aside ? pair.aside() : pair.seen()).add(isRight);
    }
}
