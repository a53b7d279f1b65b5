package io.broadsheet.bench.articles;

import java.io.PrintStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Means of measures over the pages of one collection, for both of its sides and in all. */
final class Report {

    private static final int SHOWN_CHARS_MAX = 300;

    private static final class Mean {
        private double sum;
        private int count;

        private void add(double value) {
            sum += value;
            count++;
        }
    }

    private final String collection;
    private final boolean showFailures;
    private final PrintStream out;
    private final Map<String, Map<String, Mean>> means = new LinkedHashMap<>();

    /**
     * @param showFailures whether differences are shown, those of the seen side only
     */
    Report(String collection, boolean showFailures, PrintStream out) {
        this.collection = collection;
        this.showFailures = showFailures;
        this.out = out;
    }

    /**
     * One observation.
     *
     * @param value 0 to 1
     * @param difference what to show if it is less than 1
     */
    void add(String measure, String file, double value, String difference) {
        Side side = Side.of(file);
        mean(measure, side.name()).add(value);
        mean(measure, "ALL").add(value);
        if (showFailures && value < 1 && side == Side.SEEN) {
            out.printf(
                    Locale.ROOT,
                    "%s %s %s %.3f%s%n",
                    collection,
                    file,
                    measure,
                    value,
                    difference.isEmpty() ? "" : shown(difference));
        }
    }

    /** Whether what was found is what was expected. */
    void same(String field, String file, String expected, String found) {
        add(
                field,
                file,
                expected.equals(found) ? 1 : 0,
                "%n    expected %s%n    found    %s".formatted(expected, found));
    }

    /** Whether a title is the expected one, to the letter, and but for its looks. */
    void title(String file, String expected, String found) {
        same("title", file, Folded.text(expected), Folded.text(found));
        same("title letters", file, Folded.letters(expected), Folded.letters(found));
    }

    /**
     * Whether the same people are named, however they are joined.
     *
     * @param found their names
     */
    void names(String file, String expected, List<String> found) {
        same("author names", file, Folded.names(expected), Folded.names(String.join(" ", found)));
    }

    /** Whether the expected day is that of what was found, by any clock. */
    void day(String field, String file, String expected, List<String> found) {
        add(
                field,
                file,
                found.contains(expected) ? 1 : 0,
                "%n    expected %s%n    found    %s".formatted(expected, found));
    }

    private static String shown(String text) {
        return text.length() <= SHOWN_CHARS_MAX ? text : text.substring(0, SHOWN_CHARS_MAX) + "…";
    }

    private Mean mean(String measure, String side) {
        return means.computeIfAbsent(measure, _ -> new LinkedHashMap<>())
                .computeIfAbsent(side, _ -> new Mean());
    }

    /** The harmonic mean of the means of two measures, on the line of its own. */
    void harmonic(String name, String first, String second) {
        for (String side : new String[] {Side.SEEN.name(), Side.ASIDE.name(), "ALL"}) {
            double a = value(mean(first, side));
            double b = value(mean(second, side));
            Mean both = mean(name, side);
            both.sum = a + b == 0 ? 0 : 2 * a * b / (a + b) * mean(first, side).count;
            both.count = mean(first, side).count;
        }
    }

    private static double value(Mean mean) {
        return mean.count == 0 ? 0 : mean.sum / mean.count;
    }

    /** A line for each measure. */
    void print() {
        means.forEach((measure, _) ->
                out.printf(
                        Locale.ROOT,
                        "%-12s %-16s seen %s   aside %s   all %s%n",
                        collection,
                        measure,
                        cell(measure, Side.SEEN.name()),
                        cell(measure, Side.ASIDE.name()),
                        cell(measure, "ALL")));
    }

    private String cell(String measure, String side) {
        Mean mean = mean(measure, side);
        return "%.4f (%4d)".formatted(value(mean), mean.count);
    }

    /** A line about a peer. */
    void peer(String line) {
        out.printf("%-12s peer %s%n", collection, line);
    }
}
