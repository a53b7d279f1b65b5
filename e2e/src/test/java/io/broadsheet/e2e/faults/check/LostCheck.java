package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Label.Kind;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** I1: what was accepted came to something. And I10: in the end everything is accepted. */
final class LostCheck implements Check {

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        Set<Accepted> buried = new HashSet<>();
        all.log().letters().forEach(letter -> all.ofLetter(letter).ifPresent(buried::add));
        for (Accepted accepted : all.offers()) {
            if (accepted.ok()) {
                losses(all, accepted, buried.contains(accepted))
                        .forEach(what -> violations.add(all.about("I1", accepted, what)));
            } else {
                violations.add(all.about("I10", accepted, "never accepted"));
            }
        }
        violations.addAll(lettersOutsideTheStore(all));
        violations.addAll(versionsThatAreNowhere(all));
        return violations;
    }

    private static List<String> losses(Case all, Accepted accepted, boolean buried) {
        return switch (accepted.offer().expected()) {
            case Expected.Letter _ ->
                    buried ? List.of() : List.of("accepted, and there is no dead letter");
            case Expected.Article(String articleId, _) -> {
                List<String> losses = new ArrayList<>(unwritten(all, accepted));
                boolean refused = accepted.offer().label().kind() == Kind.REFUSED && buried;
                if (all.rows(articleId).isEmpty() && !refused) {
                    losses.add("not in the store, and there is no dead letter");
                }
                yield losses;
            }
        };
    }

    private static List<String> unwritten(Case all, Accepted accepted) {
        List<Found.Raw> raws = all.raws(accepted.offer().name());
        if (raws.isEmpty()) {
            return List.of("accepted, and there is no raw record");
        }
        return raws.stream()
                .filter(raw -> all.outcomes(raw.place()).isEmpty())
                .map(raw -> "the ledger has no entry for " + raw.place())
                .toList();
    }

    /** Those of the sinks begin in the store, and come to the topics from there. */
    private static List<Violation> lettersOutsideTheStore(Case all) {
        Set<String> stored =
                all.store().letters().stream()
                        .map(Found.LetterRow::letterId)
                        .collect(Collectors.toSet());
        return all.log().letters().stream()
                .filter(letter -> !stored.contains(letter.letterId()))
                .map(letter ->
                        new Violation(
                                "I1",
                                letter.letterId(),
                                all.ofLetter(letter).map(a -> a.offer().toString()).orElse(""),
                                "a dead letter is not in the store",
                                List.of(letter.toString())))
                .toList();
    }

    private static List<Violation> versionsThatAreNowhere(Case all) {
        Set<String> revisions = names(all.log().revisions());
        Set<String> enriched = names(all.log().enriched());
        return all.log().outcomes().stream()
                .filter(outcome -> outcome.version() > 0)
                .filter(outcome -> {
                    String name = outcome.articleId() + " " + outcome.version();
                    return !revisions.contains(name) || !enriched.contains(name);
                })
                .map(outcome ->
                        all.about(
                                "I1",
                                outcome.articleId(),
                                "version " + outcome.version() + " is in the ledger only"))
                .toList();
    }

    private static Set<String> names(List<Found.Version> versions) {
        return versions.stream()
                .map(version -> version.articleId() + " " + version.version())
                .collect(Collectors.toSet());
    }
}
