package io.broadsheet.e2e.faults.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** I2: nothing is there twice. */
final class DoubledCheck implements Check {

    private static final String ID = "I2";

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        Evidence.Log log = all.log();
        twice(log.raws(), Found.Raw::document)
                .forEach((document, raws) ->
                        violations.add(
                                all.about(
                                        ID,
                                        raws.getFirst().articleId(),
                                        document + " is in " + raws.size() + " raw records")));
        twice(log.outcomes(), Found.Outcome::raw)
                .forEach((raw, outcomes) ->
                        violations.add(
                                all.about(
                                        ID,
                                        outcomes.getFirst().articleId(),
                                        outcomes.size() + " entries of the ledger for " + raw)));
        violations.addAll(versions(all, "enriched", log.enriched()));
        violations.addAll(versions(all, "revisions", log.revisions()));
        violations.addAll(letters(log));
        violations.addAll(rows(all));
        return violations;
    }

    private static List<Violation> versions(Case all, String topic, List<Found.Version> versions) {
        var first = versions.stream().filter(version -> !version.replayed()).toList();
        List<Violation> violations = new ArrayList<>();
        twice(first, version -> version.articleId() + " " + version.version())
                .values()
                .forEach(same ->
                        violations.add(
                                all.about(
                                        ID,
                                        same.getFirst().articleId(),
                                        "version %d is %d times on %s"
                                                .formatted(
                                                        same.getFirst().version(),
                                                        same.size(),
                                                        topic))));
        return violations;
    }

    /** One cause is one letter; the sinks' relay may say the same letter twice. */
    private static List<Violation> letters(Evidence.Log log) {
        var once =
                log.letters().stream()
                        .filter(letter -> !letter.place().topic().contains("sink"))
                        .toList();
        List<Violation> violations = new ArrayList<>();
        twice(once, letter -> letter.origin().map(Place::toString).orElse(letter.document()))
                .forEach((cause, letters) ->
                        violations.add(
                                new Violation(
                                        ID,
                                        cause,
                                        "",
                                        letters.size() + " dead letters for one cause",
                                        letters.stream().map(Found::toString).toList())));
        return violations;
    }

    private static List<Violation> rows(Case all) {
        List<Violation> violations = new ArrayList<>();
        twice(all.store().rows(), Found.Row::articleId)
                .forEach((id, rows) ->
                        violations.add(all.about(ID, id, rows.size() + " rows in the store")));
        twice(all.store().writes(), write -> write.articleId() + " " + write.version())
                .values()
                .forEach(same ->
                        violations.add(
                                all.about(
                                        ID,
                                        same.getFirst().articleId(),
                                        "version %d was written %d times"
                                                .formatted(
                                                        same.getFirst().version(), same.size()))));
        twice(all.store().letters(), Found.LetterRow::letterId)
                .forEach((id, rows) ->
                        violations.add(
                                new Violation(
                                        ID,
                                        id,
                                        "",
                                        "a dead letter is twice in the store",
                                        rows.stream().map(Found::toString).toList())));
        return violations;
    }

    private static <K, V> Map<K, List<V>> twice(List<V> all, Function<V, K> key) {
        Map<K, List<V>> groups = all.stream().collect(Collectors.groupingBy(key));
        groups.values().removeIf(group -> group.size() < 2);
        return groups;
    }
}
