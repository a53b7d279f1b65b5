package io.broadsheet.e2e.faults.check;

import io.broadsheet.e2e.faults.offer.Expected;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** I5: what is there reads as it was offered, character by character. */
final class ContentCheck implements Check {

    private static final String ID = "I5";

    @Override
    public List<Violation> violations(Case all) {
        List<Violation> violations = new ArrayList<>();
        Stream.concat(all.log().revisions().stream(), all.log().enriched().stream())
                .forEach(version -> {
                    Optional<String> wanted = offered(all, version.raw());
                    if (wanted.isPresent() && !wanted.get().equals(version.text())) {
                        violations.add(
                                all.about(
                                        ID,
                                        version.articleId(),
                                        version.place() + " does not read: " + wanted.get()));
                    }
                });
        for (Found.Row row : all.store().rows()) {
            if (!textsOf(all, row).contains(row.text())) {
                violations.add(
                        all.about(
                                ID, row.articleId(), "the row reads like no record of it: " + row));
            }
        }
        return violations;
    }

    private static Optional<String> offered(Case all, Place raw) {
        return all.raw(raw)
                .flatMap(found -> all.named(found.document()))
                .map(Accepted::offer)
                .flatMap(offer ->
                        offer.expected() instanceof Expected.Article(_, String text)
                                ? Optional.of(text)
                                : Optional.empty());
    }

    private static List<String> textsOf(Case all, Found.Row row) {
        return all.versions(row.articleId()).stream()
                .filter(version -> version.version() == row.version())
                .map(Found.Version::text)
                .toList();
    }
}
