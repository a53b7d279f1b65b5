package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.Optional;

/**
 * Which lines of a page are also in the article as the page's linked data has it. It only counts if
 * most of that article is found in the page.
 */
final class Evidence {

    private static final int CHARS_MIN = 250;
    private static final double SAME_MIN = 0.6;
    private static final double COVERAGE_MIN = 0.6;

    private final boolean[] known;
    private final int[] knownBefore;
    private final double coverage;

    private Evidence(boolean[] known, int[] knownBefore, double coverage) {
        this.known = known;
        this.knownBefore = knownBefore;
        this.coverage = coverage;
    }

    static Evidence of(Optional<String> declared, List<Line> lines) {
        boolean[] known = new boolean[lines.size()];
        int[] before = new int[lines.size() + 1];
        String folded = declared.map(Folded::of).orElse("");
        if (folded.length() < CHARS_MIN) {
            return new Evidence(known, before, 0);
        }
        Windows windows = Windows.of(folded);
        for (int i = 0; i < known.length; i++) {
            known[i] = windows.shareOf(Folded.of(lines.get(i).text())) >= SAME_MIN;
            before[i + 1] = before[i] + (known[i] ? lines.get(i).letters() : 0);
        }
        return new Evidence(known, before, (double) before[known.length] / folded.length());
    }

    /** Whether the page has most of what it declares. */
    boolean counts() {
        return coverage >= COVERAGE_MIN;
    }

    /** The share of the declared article that is in the page; over 1 where lines are repeated. */
    double coverage() {
        return coverage;
    }

    /** Whether a line is in the declared article; never, if that does not count. */
    boolean knows(int line) {
        return counts() && known[line];
    }

    /** How many letters of a box are in the declared article. */
    int knownIn(Box box) {
        return counts() ? knownBefore[box.endLine()] - knownBefore[box.firstLine] : 0;
    }
}
