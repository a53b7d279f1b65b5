package io.broadsheet.bench.neardup;

import java.util.Optional;

/**
 * One article of a measurement.
 *
 * @param id unlike that of any other
 * @param source who published it
 * @param text all of it
 * @param family the same for all that are near-duplicates of each other, and for no others
 * @param edit how it was made of the family's first; empty if it is the first
 */
record Paper(
        String id,
        String source,
        Optional<String> title,
        String text,
        String family,
        Optional<String> edit) {

    /** Another version of this one. */
    Paper edited(String name, String by, Optional<String> headline, String changed) {
        return new Paper(id + "/" + name, by, headline, changed, family, Optional.of(name));
    }
}
