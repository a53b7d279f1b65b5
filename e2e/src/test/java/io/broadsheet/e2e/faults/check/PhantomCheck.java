package io.broadsheet.e2e.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** I4: nothing is there that was never offered, or that was taken back. */
final class PhantomCheck implements Check {

    private static final String ID = "I4";

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        for (Found.Raw raw : all.log().raws()) {
            if (all.named(raw.document()).isEmpty()) {
                violations.add(all.about(ID, raw.articleId(), raw + " was never offered"));
            }
        }
        for (Found.Letter letter : all.log().letters()) {
            if (all.ofLetter(letter).isEmpty()) {
                violations.add(all.about(ID, letter.letterId(), letter + " is about nothing"));
            }
        }
        violations.addAll(madeOfNothing(all));
        violations.addAll(stored(all));
        return violations;
    }

    private static List<Violation> madeOfNothing(Case all) {
        List<Violation> violations = new ArrayList<>();
        Stream.concat(all.log().revisions().stream(), all.log().enriched().stream())
                .filter(version -> all.raw(version.raw()).isEmpty())
                .forEach(version ->
                        violations.add(
                                all.about(
                                        ID,
                                        version.articleId(),
                                        version.place() + " is made of no committed record")));
        all.log().outcomes().stream()
                .filter(outcome -> all.raw(outcome.raw()).isEmpty())
                .filter(outcome -> !all.isBadRecord(outcome.raw()))
                .forEach(outcome ->
                        violations.add(
                                all.about(
                                        ID,
                                        outcome.articleId(),
                                        outcome.place() + " is about no committed record")));
        return violations;
    }

    private static List<Violation> stored(Case all) {
        Set<String> made = new HashSet<>();
        all.log().enriched().forEach(v -> made.add(v.articleId() + " " + v.version()));
        List<Violation> violations = new ArrayList<>();
        for (Found.Row row : all.store().rows()) {
            if (!made.contains(row.articleId() + " " + row.version())) {
                violations.add(
                        all.about(ID, row.articleId(), "a row of a version that nobody committed"));
            }
        }
        Set<String> buried = new HashSet<>();
        all.log().letters().forEach(letter -> buried.add(letter.letterId()));
        for (Found.LetterRow letter : all.store().letters()) {
            if (!buried.contains(letter.letterId())) {
                violations.add(all.about(ID, letter.letterId(), letter + " is on no topic"));
            }
        }
        return violations;
    }
}
