package io.broadsheet.e2e.faults.check;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** I3: what is buried is not stored as well. */
final class BothCheck implements Check {

    @Override
    public List<Violation> violations(Case all) {
        Set<Place> made = new HashSet<>();
        Stream.concat(all.log().revisions().stream(), all.log().enriched().stream())
                .forEach(version -> made.add(version.raw()));
        List<Violation> violations = new ArrayList<>();
        Stream.concat(
                        all.log().letters().stream().map(Found.Letter::origin),
                        all.log().noLetters().stream().map(Found.NoLetter::origin))
                .flatMap(Optional::stream)
                .forEach(origin -> violation(all, made, origin).ifPresent(violations::add));
        return violations;
    }

    private static Optional<Violation> violation(Case all, Set<Place> made, Place origin) {
        if (made.contains(origin)) {
            String id = all.raw(origin).map(Found.Raw::articleId).orElse(origin.toString());
            return Optional.of(all.about("I3", id, origin + " is buried, and enriched as well"));
        }
        return all.enriched(origin)
                .filter(version -> holds(all, version))
                .map(version ->
                        all.about(
                                "I3",
                                version.articleId(),
                                origin + " is buried, and stored as well"));
    }

    private static boolean holds(Case all, Found.Version version) {
        return all.rows(version.articleId()).stream()
                .anyMatch(row -> row.version() == version.version());
    }
}
