package io.broadsheet.e2e.faults.check;

import java.util.List;

/**
 * Something that must not be.
 *
 * @param invariant which was broken, such as I2
 * @param id of the article, document or record
 * @param label the class of its offer; empty if there is none
 * @param what is wrong
 * @param seen every place where the id was seen
 */
public record Violation(String invariant, String id, String label, String what, List<String> seen) {

    @Override
    public String toString() {
        return "%s %s (%s): %s%s"
                .formatted(
                        invariant,
                        id,
                        label.isEmpty() ? "never offered" : label,
                        what,
                        seen.isEmpty() ? "" : "\n    " + String.join("\n    ", seen));
    }
}
