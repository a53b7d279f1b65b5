package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * I8: an article goes forward. A small model of enrichment, run over the raw topic, says what each
 * record must come to: the text that is already there is a repetition, any other is a new version.
 */
final class OrderCheck implements Check {

    private static final String ID = "I8";

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        violations.addAll(againstTheModel(all));
        violations.addAll(numbers(all));
        violations.addAll(backwards(all));
        violations.addAll(behind(all));
        return violations;
    }

    private static List<Violation> againstTheModel(Case all) {
        List<Violation> violations = new ArrayList<>();
        Map<String, String> current = new HashMap<>();
        for (Found.Raw raw : sorted(all.log().raws())) {
            String text =
                    all.named(raw.document())
                            .map(accepted -> accepted.offer().expected())
                            .map(OrderCheck::textOf)
                            .orElse("");
            boolean repeated = text.equals(current.put(raw.articleId(), text));
            all.outcomes(raw.place()).stream()
                    .filter(outcome -> outcome.kind().equals("ENRICHED") == repeated)
                    .forEach(outcome ->
                            violations.add(
                                    all.about(
                                            ID,
                                            raw.articleId(),
                                            "%s is %s, and its text is %s"
                                                    .formatted(
                                                            raw.place(),
                                                            outcome.kind(),
                                                            repeated ? "not new" : "new"))));
        }
        return violations;
    }

    private static String textOf(Expected expected) {
        return switch (expected) {
            case Expected.Article(_, String text) -> text;
            case Expected.Letter _ -> "";
        };
    }

    private static List<Found.Raw> sorted(List<Found.Raw> raws) {
        return raws.stream().sorted(Comparator.comparing(Found.Raw::place)).toList();
    }

    /** 1, 2, 3 in the order of the log; what is there twice breaks another invariant. */
    private static List<Violation> numbers(Case all) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> last = new HashMap<>();
        for (Found.Version version : all.log().revisions()) {
            int before = last.getOrDefault(version.articleId(), 0);
            if (version.version() > before + 1 || version.version() < before) {
                violations.add(
                        all.about(
                                ID,
                                version.articleId(),
                                "version %d follows version %d"
                                        .formatted(version.version(), before)));
            }
            last.merge(version.articleId(), version.version(), Math::max);
        }
        return violations;
    }

    private static List<Violation> backwards(Case all) {
        List<Violation> violations = new ArrayList<>();
        Map<String, Integer> stored = new HashMap<>();
        for (Found.Write write : all.store().writes()) {
            Integer before = stored.put(write.articleId(), write.version());
            if (before != null && before > write.version()) {
                violations.add(
                        all.about(
                                ID,
                                write.articleId(),
                                "the row went back from version %d to %d"
                                        .formatted(before, write.version())));
            }
        }
        return violations;
    }

    private static List<Violation> behind(Case all) {
        Map<String, Integer> newest = new HashMap<>();
        all.log().enriched().forEach(v -> newest.merge(v.articleId(), v.version(), Math::max));
        return all.store().rows().stream()
                .filter(row -> row.version() < newest.getOrDefault(row.articleId(), row.version()))
                .map(row ->
                        all.about(
                                ID,
                                row.articleId(),
                                "the row is version %d, and there is version %d"
                                        .formatted(row.version(), newest.get(row.articleId()))))
                .toList();
    }
}
