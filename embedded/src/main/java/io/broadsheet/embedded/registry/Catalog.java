package io.broadsheet.embedded.registry;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All subjects with their versions and levels, as the log tells them. Changed by entries only, so
 * that replaying the log gives the same again. Not safe for several threads.
 */
final class Catalog {

    private final SortedMap<String, SortedMap<Integer, StoredSchema>> subjects = new TreeMap<>();
    private final Map<String, CompatibilityLevel> levels = new HashMap<>();
    private CompatibilityLevel globalLevel = CompatibilityLevel.DEFAULT;
    private int highestId;

    void apply(Entry entry) {
        switch (entry) {
            case Entry.Version(StoredSchema schema) -> put(schema);
            case Entry.Gone(String subject, int version) -> remove(subject, version);
            case Entry.Level(Optional<String> subject, Optional<CompatibilityLevel> level) ->
                    setLevel(subject, level);
            case Entry.HighestId(int id) -> highestId = Math.max(highestId, id);
        }
    }

    int highestId() {
        return highestId;
    }

    /** Names of the subjects with at least one such version, in order. */
    List<String> subjects(Visibility visibility) {
        return subjects.entrySet().stream()
                .filter(subject -> subject.getValue().values().stream().anyMatch(visibility::shows))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Versions of a subject, oldest first; none if there is no such subject. */
    List<StoredSchema> versions(String subject, Visibility visibility) {
        return subjects.getOrDefault(subject, new TreeMap<>()).values().stream()
                .filter(visibility::shows)
                .toList();
    }

    /** Every version of every subject. */
    Stream<StoredSchema> all() {
        return subjects.values().stream().flatMap(versions -> versions.values().stream());
    }

    CompatibilityLevel globalLevel() {
        return globalLevel;
    }

    /** The level that was set for this very subject. */
    Optional<CompatibilityLevel> levelOf(String subject) {
        return Optional.ofNullable(levels.get(subject));
    }

    private void put(StoredSchema schema) {
        subjects.computeIfAbsent(schema.subject(), _ -> new TreeMap<>())
                .put(schema.version(), schema);
        highestId = Math.max(highestId, schema.id());
    }

    private void remove(String subject, int version) {
        subjects.computeIfPresent(
                subject,
                (_, versions) -> {
                    versions.remove(version);
                    return versions.isEmpty() ? null : versions;
                });
    }

    private void setLevel(Optional<String> subject, Optional<CompatibilityLevel> level) {
        if (subject.isEmpty()) {
            globalLevel = level.orElse(CompatibilityLevel.DEFAULT);
        } else if (level.isPresent()) {
            levels.put(subject.get(), level.get());
        } else {
            levels.remove(subject.get());
        }
    }
}
