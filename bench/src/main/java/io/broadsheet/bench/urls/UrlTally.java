package io.broadsheet.bench.urls;

import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How many URLs of one kind came out as expected, and those that did not. */
final class UrlTally {

    private final String name;
    private final List<String> missed = new ArrayList<>();
    private int rows;

    UrlTally(String name) {
        this.name = name;
    }

    /** Counts one; empty means that there is no such URL. */
    void count(String input, Optional<String> expected, Optional<String> actual) {
        rows++;
        if (!expected.equals(actual)) {
            missed.add(
                    "%s%n    expected %s%n    was      %s"
                            .formatted(input, expected.orElse("-"), actual.orElse("-")));
        }
    }

    void print(PrintStream out, boolean failures) {
        int right = rows - missed.size();
        double share = rows == 0 ? 0 : 100.0 * right / rows;
        out.printf("%-44s %4d of %4d  %5.1f %%%n", name, right, rows, share);
        if (failures) {
            missed.forEach(miss -> out.println("  " + miss));
        }
    }
}
