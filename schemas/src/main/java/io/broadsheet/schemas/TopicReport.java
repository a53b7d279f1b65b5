package io.broadsheet.schemas;

import java.util.List;

/**
 * What {@link TopicAdmin} found and did.
 *
 * @param created topics that were made now
 * @param present topics that were there already
 * @param missing topics that are not there; empty after {@link TopicAdmin#ensure}
 * @param drifts what is not as declared in the topics that were there
 */
public record TopicReport(
        List<String> created, List<String> present, List<String> missing, List<TopicDrift> drifts) {

    /** With the lists copied. */
    public TopicReport {
        created = List.copyOf(created);
        present = List.copyOf(present);
        missing = List.copyOf(missing);
        drifts = List.copyOf(drifts);
    }

    /** Whether every topic is there and as declared. */
    public boolean isAsDeclared() {
        return missing.isEmpty() && drifts.isEmpty();
    }
}
