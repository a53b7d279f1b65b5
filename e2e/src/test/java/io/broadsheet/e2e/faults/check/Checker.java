package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Label.Kind;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Checks everything against everything. It believes nobody: not the ledger, not the store. */
public final class Checker {

    private static final List<Check> CHECKS =
            List.of(
                    new LostCheck(),
                    new DoubledCheck(),
                    new BothCheck(),
                    new PhantomCheck(),
                    new ContentCheck(),
                    new ReasonCheck(),
                    new OrderCheck(),
                    new CourseCheck());

    private Checker() {}

    /** What is wrong with what was found, if anything is. */
    public static Verdict check(List<Accepted> offers, Evidence evidence) {
        var all = new Case(offers, evidence);
        List<Violation> violations = new ArrayList<>();
        CHECKS.forEach(check -> violations.addAll(check.violations(all)));
        violations.sort(Comparator.comparingInt(Checker::numberOf));
        return new Verdict(counts(offers, evidence, violations), violations);
    }

    private static int numberOf(Violation violation) {
        return Integer.parseInt(violation.invariant().substring(1));
    }

    private static String counts(
            List<Accepted> offers, Evidence evidence, List<Violation> violations) {
        Map<Kind, Long> kinds =
                offers.stream()
                        .collect(
                                Collectors.groupingBy(
                                        accepted -> accepted.offer().label().kind(),
                                        TreeMap::new,
                                        Collectors.counting()));
        return "offered %d %s, accepted %d; raw %d, outcomes %d, revisions %d, enriched %d, letters %d; rows %d, writes %d, letter rows %d; violations %d"
                .formatted(
                        offers.size(),
                        kinds,
                        offers.stream().filter(Accepted::ok).count(),
                        evidence.log().raws().size(),
                        evidence.log().outcomes().size(),
                        evidence.log().revisions().size(),
                        evidence.log().enriched().size(),
                        evidence.log().letters().size(),
                        evidence.store().rows().size(),
                        evidence.store().writes().size(),
                        evidence.store().letters().size(),
                        violations.size());
    }
}
