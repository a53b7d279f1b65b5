package io.broadsheet.embedded.registry;

import java.util.Optional;

/** One change of the registry, as it stands in its log. The latest one of a key counts. */
sealed interface Entry {

    /** A version was registered, or softly deleted. */
    record Version(StoredSchema schema) implements Entry {}

    /** A version was deleted for good. */
    record Gone(String subject, int version) implements Entry {}

    /**
     * A compatibility level was set.
     *
     * @param subject whose, or empty for the level of all others
     * @param level or empty if it was reset
     */
    record Level(Optional<String> subject, Optional<CompatibilityLevel> level) implements Entry {}

    /**
     * The highest id ever given. Written before a version goes for good, so that its id is not
     * given again: old records may still carry it.
     */
    record HighestId(int id) implements Entry {}
}
