package io.broadsheet.embedded.registry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What the registry knows and how it changes: Confluent's rules over a {@link Catalog}, each change
 * safe in the {@link SchemaLog} before it is answered. One caller at a time: a change is decided on
 * what is there, and is there before the next is decided.
 */
final class Registry {

    private final SchemaLog log;
    private Catalog catalog = new Catalog();
    private boolean upToDate;

    Registry(SchemaLog log) {
        this.log = log;
    }

    synchronized List<String> subjects(Visibility visibility) {
        return catalog().subjects(visibility);
    }

    synchronized List<StoredSchema> versions(String subject, Visibility visibility) {
        List<StoredSchema> versions = catalog().versions(subject, visibility);
        if (versions.isEmpty()) {
            throw RefusedException.subjectNotFound(subject);
        }
        return versions;
    }

    synchronized StoredSchema version(String subject, VersionId version, Visibility visibility) {
        return version.of(versions(subject, visibility));
    }

    /** The version of a subject that holds this schema. */
    synchronized StoredSchema lookup(String subject, String text, Visibility visibility) {
        return versions(subject, visibility).stream()
                .filter(schema -> schema.text().equals(text))
                .reduce((_, later) -> later)
                .orElseThrow(() -> RefusedException.schemaNotFound(""));
    }

    /** The text of a schema, deleted or not. */
    synchronized String schema(int id) {
        return catalog()
                .all()
                .filter(schema -> schema.id() == id)
                .map(StoredSchema::text)
                .findFirst()
                .orElseThrow(() -> RefusedException.schemaNotFound(id + " "));
    }

    /** Where a schema is used. */
    synchronized List<StoredSchema> uses(int id, Visibility visibility) {
        schema(id);
        return catalog()
                .all()
                .filter(schema -> schema.id() == id && visibility.shows(schema))
                .toList();
    }

    /** The schema under this subject, as a new version unless it is there. */
    synchronized StoredSchema register(String subject, String text) {
        List<StoredSchema> earlier = catalog().versions(subject, Visibility.VISIBLE);
        Optional<StoredSchema> same =
                earlier.stream().filter(schema -> schema.text().equals(text)).findFirst();
        if (same.isPresent()) {
            return same.get();
        }
        CompatibilityLevel level = effectiveLevel(subject);
        List<String> complaints = level.complaints(SchemaText.parse(text), level.relevant(earlier));
        if (!complaints.isEmpty()) {
            throw RefusedException.incompatible(subject, complaints);
        }
        var schema = new StoredSchema(subject, nextVersion(subject), idFor(text), text, false);
        write(List.of(new Entry.Version(schema)));
        return schema;
    }

    /** What stands against registering this schema; empty if nothing. */
    synchronized List<String> complaints(String subject, String text) {
        CompatibilityLevel level = effectiveLevel(subject);
        List<StoredSchema> earlier = catalog().versions(subject, Visibility.VISIBLE);
        return level.complaints(SchemaText.parse(text), level.relevant(earlier));
    }

    /** What stands between this schema and one version. */
    synchronized List<String> complaints(String subject, String text, VersionId version) {
        List<StoredSchema> earlier = catalog().versions(subject, Visibility.VISIBLE);
        if (earlier.isEmpty() && version.isLatest()) {
            return List.of();
        }
        return effectiveLevel(subject)
                .complaints(
                        SchemaText.parse(text),
                        List.of(version(subject, version, Visibility.VISIBLE)));
    }

    /** Hides all versions of a subject, and forgets its level. */
    synchronized List<StoredSchema> deleteSubject(String subject) {
        List<StoredSchema> visible = catalog().versions(subject, Visibility.VISIBLE);
        if (visible.isEmpty() && !catalog().versions(subject, Visibility.ALL).isEmpty()) {
            throw RefusedException.subjectSoftDeleted(subject);
        }
        if (visible.isEmpty()) {
            throw RefusedException.subjectNotFound(subject);
        }
        List<Entry> entries = new ArrayList<>();
        visible.forEach(schema -> entries.add(new Entry.Version(schema.asDeleted())));
        entries.add(new Entry.Level(Optional.of(subject), Optional.empty()));
        write(entries);
        return visible;
    }

    /** Forgets a subject whose versions are all hidden. */
    synchronized List<StoredSchema> purgeSubject(String subject) {
        List<StoredSchema> all = versions(subject, Visibility.ALL);
        if (all.stream().anyMatch(Visibility.VISIBLE::shows)) {
            throw RefusedException.subjectNotSoftDeleted(subject);
        }
        purge(all);
        return all;
    }

    /** Hides one version. */
    synchronized StoredSchema deleteVersion(String subject, VersionId version) {
        StoredSchema schema = version(subject, version, visibleIfLatest(version));
        if (schema.deleted()) {
            throw RefusedException.versionSoftDeleted(schema);
        }
        write(List.of(new Entry.Version(schema.asDeleted())));
        return schema;
    }

    /** Forgets one hidden version. */
    synchronized StoredSchema purgeVersion(String subject, VersionId version) {
        StoredSchema schema = version(subject, version, Visibility.ALL);
        if (!schema.deleted()) {
            throw RefusedException.versionNotSoftDeleted(schema);
        }
        purge(List.of(schema));
        return schema;
    }

    synchronized CompatibilityLevel globalLevel() {
        return catalog().globalLevel();
    }

    synchronized Optional<CompatibilityLevel> levelOf(String subject) {
        return catalog().levelOf(subject);
    }

    /**
     * @param subject whose, or empty for the level of all others
     * @param level or empty to reset it
     */
    synchronized void setLevel(Optional<String> subject, Optional<CompatibilityLevel> level) {
        catalog();
        write(List.of(new Entry.Level(subject, level)));
    }

    private static Visibility visibleIfLatest(VersionId version) {
        return version.isLatest() ? Visibility.VISIBLE : Visibility.ALL;
    }

    private void purge(List<StoredSchema> schemas) {
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry.HighestId(catalog().highestId()));
        schemas.forEach(gone -> entries.add(new Entry.Gone(gone.subject(), gone.version())));
        write(entries);
    }

    private CompatibilityLevel effectiveLevel(String subject) {
        return catalog().levelOf(subject).orElseGet(catalog()::globalLevel);
    }

    private int nextVersion(String subject) {
        SortedSet<Integer> taken = new TreeSet<>();
        catalog().versions(subject, Visibility.ALL).forEach(schema -> taken.add(schema.version()));
        return taken.isEmpty() ? 1 : taken.last() + 1;
    }

    /** The same schema has the same id wherever it is used. */
    private int idFor(String text) {
        return catalog()
                .all()
                .filter(schema -> schema.text().equals(text))
                .map(StoredSchema::id)
                .findFirst()
                .orElseGet(() -> catalog().highestId() + 1);
    }

    /** If the log fails, nobody knows what of it is there: it is read again before the next use. */
    private void write(List<Entry> entries) {
        upToDate = false;
        log.append(entries);
        entries.forEach(catalog::apply);
        upToDate = true;
    }

    private Catalog catalog() {
        if (!upToDate) {
            Catalog replayed = new Catalog();
            log.replay(replayed::apply);
            catalog = replayed;
            upToDate = true;
        }
        return catalog;
    }
}
