package io.broadsheet.e2e.faults.check;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What the checker says.
 *
 * @param counts of all there was, one line
 * @param violations in the order of the invariants
 */
public record Verdict(String counts, List<Violation> violations) {

    /** The invariants that were broken, with how often. */
    public Map<String, Long> broken() {
        return violations.stream()
                .collect(
                        Collectors.groupingBy(
                                Violation::invariant, TreeMap::new, Collectors.counting()));
    }

    @Override
    public String toString() {
        return counts + violations.stream().map(v -> "\n" + v).collect(Collectors.joining());
    }
}
