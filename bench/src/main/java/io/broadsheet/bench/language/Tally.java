package io.broadsheet.bench.language;

import io.broadsheet.bench.language.Detector.Answer;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** How often a detector was right on the lines of one kind, and where it was not. */
final class Tally {

    private static final int PAIRS_SHOWN = 25;

    private final Map<String, Right> byLanguage = new TreeMap<>();
    private final Map<String, Integer> confused = new TreeMap<>();
    private final List<Right> byConfidence = new ArrayList<>();
    private int unknown;
    private int all;

    private static final class Right {
        private int right;
        private int all;

        private void add(boolean isRight) {
            right += isRight ? 1 : 0;
            all++;
        }

        private double percent() {
            return 100.0 * right / all;
        }
    }

    Tally() {
        for (int tenth = 0; tenth <= 10; tenth++) {
            byConfidence.add(new Right());
        }
    }

    void add(Line line, Answer answer) {
        boolean right = line.language().equals(answer.language());
        byLanguage.computeIfAbsent(line.language(), _ -> new Right()).add(right);
        all++;
        if (answer.language().isEmpty()) {
            unknown++;
        } else {
            byConfidence.get((int) (answer.confidence() * 10)).add(right);
        }
        if (!right) {
            confused.merge(line.language() + ">" + answer.language(), 1, Integer::sum);
        }
    }

    /** The mean over languages, in percent; of all, or of those that a detector knows. */
    double mean(List<String> without) {
        return byLanguage.entrySet().stream()
                .filter(entry -> !without.contains(entry.getKey()))
                .mapToDouble(entry -> entry.getValue().percent())
                .average()
                .orElse(Double.NaN);
    }

    /** The part for which no language is told, in percent. */
    double unknown() {
        return 100.0 * unknown / all;
    }

    void printLanguages(PrintStream out) {
        var text = new StringBuilder("  by language:");
        byLanguage.forEach((language, right) ->
                text.append(String.format(Locale.ROOT, " %s %.0f", language, right.percent())));
        out.println(text);
    }

    void printConfused(PrintStream out) {
        var text = new StringBuilder("  confused (told as):");
        confused.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
                .limit(PAIRS_SHOWN)
                .forEach(pair -> text.append(" ").append(pair));
        out.println(text);
    }

    void printConfidence(PrintStream out) {
        var text = new StringBuilder("  right, by confidence told:");
        for (int tenth = 0; tenth < 10; tenth++) {
            Right right = byConfidence.get(tenth);
            if (right.all > 0) {
                text.append(
                        String.format(
                                Locale.ROOT,
                                " 0.%d: %.0f%% of %d;",
                                tenth,
                                right.percent(),
                                right.all));
            }
        }
        out.println(text);
    }
}
