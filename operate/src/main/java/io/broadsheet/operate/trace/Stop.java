package io.broadsheet.operate.trace;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.operate.cluster.Place;
import io.broadsheet.runtime.failure.SafeText;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/**
 * One place where an article was.
 *
 * @param kind of the place
 * @param time when it came there, as the record itself says
 * @param place of the record
 * @param record under the contract's names; with the field {@code undecodable} alone if it cannot
 *     be read, {@code deleted} if its key is deleted
 * @param traceId of the distributed trace that its headers name: 32 hex digits; empty if none
 */
public record Stop(
        StopKind kind, Instant time, Place place, ObjectNode record, Optional<String> traceId) {

    /** In the order of the journey. */
    static final Comparator<Stop> IN_ORDER =
            Comparator.comparing(Stop::time).thenComparing(Stop::kind).thenComparing(Stop::place);

    /** One line for people. */
    public String text() {
        String trace = traceId.map(id -> "  [trace " + id + "]").orElse("");
        return "%-24s  %-9s  %-40s  %s%s".formatted(time, kind.word(), place, summary(), trace);
    }

    /** What a person wants to know first of the record. */
    public String summary() {
        return SafeText.escapeControls(kind.summary(record));
    }

    /** One JSON object. */
    public ObjectNode json() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("stop", kind.word()).put("time", time.toString());
        place.putInto(line);
        traceId.ifPresent(id -> line.put("traceId", id));
        line.set("record", record);
        return line;
    }
}
