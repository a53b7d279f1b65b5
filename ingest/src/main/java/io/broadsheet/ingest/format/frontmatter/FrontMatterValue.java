package io.broadsheet.ingest.format.frontmatter;

import java.util.List;
import java.util.Optional;

/** A value of front matter. Scalars are text as written: no number, no boolean, no date is made. */
sealed interface FrontMatterValue {

    /** Nothing, {@code ~} or {@code null}. */
    record Absent() implements FrontMatterValue {}

    /** A scalar. */
    record Text(String value) implements FrontMatterValue {}

    /** A list. */
    record Items(List<FrontMatterValue> values) implements FrontMatterValue {}

    /** A map, in the order written. */
    record Fields(List<FrontMatterEntry> entries) implements FrontMatterValue {}

    /** The text, if it is one, or the one text of a list of one; blank counts as none. */
    default Optional<String> text() {
        return switch (this) {
            case Text(String value) -> value.isBlank() ? Optional.empty() : Optional.of(value);
            case Items(var values) when values.size() == 1 -> values.getFirst().text();
            case Absent _, Items _, Fields _ -> Optional.empty();
        };
    }

    /** Whether it says nothing at all. */
    default boolean isBlank() {
        return switch (this) {
            case Absent _ -> true;
            case Text(String value) -> value.isBlank();
            case Items(var values) -> values.isEmpty();
            case Fields(var entries) -> entries.isEmpty();
        };
    }
}
