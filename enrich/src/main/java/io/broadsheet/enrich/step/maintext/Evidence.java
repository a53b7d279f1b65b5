package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.Optional;

/**
 * Which lines of a page are also in the article as the page's linked data has it. It only counts if
 * most of that article is found in the page.
 *
 * @param known for each line whether it is there
 * @param coverage the share of the declared article that was found in the page
 * @param chars of the declared article, without spaces and marks; 0 if there is none
 */
record Evidence(boolean[] known, double coverage, int chars) {

    private static final int CHARS_MIN = 250;
    private static final double SAME_MIN = 0.6;
    private static final double COVERAGE_MIN = 0.6;

    static Evidence of(Optional<String> declared, List<Line> lines) {
        boolean[] known = new boolean[lines.size()];
        String folded = declared.map(Folded::of).orElse("");
        if (folded.length() < CHARS_MIN) {
            return new Evidence(known, 0, 0);
        }
        Windows windows = Windows.of(folded);
        double found = 0;
        for (int i = 0; i < known.length; i++) {
            String line = Folded.of(lines.get(i).text());
            known[i] = windows.shareOf(line) >= SAME_MIN;
            found += known[i] ? lines.get(i).letters() : 0;
        }
        return new Evidence(known, Math.min(1, found / folded.length()), folded.length());
    }

    boolean counts() {
        return coverage >= COVERAGE_MIN;
    }

    boolean knows(int line) {
        return counts() && known[line];
    }
}
