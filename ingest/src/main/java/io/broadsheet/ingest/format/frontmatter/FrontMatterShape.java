package io.broadsheet.ingest.format.frontmatter;

import java.util.List;
import java.util.Optional;

/**
 * Front matter as it comes: its keys in order, each once, and what was odd about them.
 *
 * @param entries top-level keys; of a key written twice the last
 * @param duplicates keys written more than once
 * @param recovered keys whose value is not YAML and was read as the plain text it is
 */
record FrontMatterShape(
        List<FrontMatterEntry> entries,
        List<FrontMatterEntry> duplicates,
        List<FrontMatterEntry> recovered) {

    FrontMatterShape {
        entries = List.copyOf(entries);
        duplicates = List.copyOf(duplicates);
        recovered = List.copyOf(recovered);
    }

    /** The value of a key as written, {@code Absent} if there is none. */
    FrontMatterValue value(String key) {
        return entry(key).map(FrontMatterEntry::value).orElseGet(FrontMatterValue.Absent::new);
    }

    private Optional<FrontMatterEntry> entry(String key) {
        return entries.stream().filter(e -> e.key().equals(key)).findFirst();
    }
}
