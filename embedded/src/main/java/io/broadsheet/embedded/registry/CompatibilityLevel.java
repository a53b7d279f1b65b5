package io.broadsheet.embedded.registry;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a new schema must be able to do with the earlier ones of its subject. The checks are Avro's
 * {@link SchemaCompatibility} in one or both directions: Avro's SchemaValidator overlooks symbols
 * added to an enum.
 */
enum CompatibilityLevel {
    NONE(false, false, false),
    BACKWARD(true, false, false),
    BACKWARD_TRANSITIVE(true, false, true),
    FORWARD(false, true, false),
    FORWARD_TRANSITIVE(false, true, true),
    FULL(true, true, false),
    FULL_TRANSITIVE(true, true, true);

    /** Of a registry that was told nothing, as at Confluent. */
    static final CompatibilityLevel DEFAULT = BACKWARD;

    private final boolean newReadsOld;
    private final boolean oldReadsNew;
    private final boolean transitive;

    CompatibilityLevel(boolean newReadsOld, boolean oldReadsNew, boolean transitive) {
        this.newReadsOld = newReadsOld;
        this.oldReadsNew = oldReadsNew;
        this.transitive = transitive;
    }

    /**
     * @throws RefusedException if there is no such level
     */
    static CompatibilityLevel named(String name) {
        try {
            return valueOf(name.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw RefusedException.invalidLevel(name);
        }
    }

    /** Those of the earlier versions, oldest first, that a new one must get along with. */
    List<StoredSchema> relevant(List<StoredSchema> earlier) {
        return transitive || earlier.isEmpty()
                ? earlier
                : earlier.subList(earlier.size() - 1, earlier.size());
    }

    /** What is wrong between the new schema and each of the earlier ones; empty if nothing. */
    List<String> complaints(Schema candidate, List<StoredSchema> earlier) {
        List<String> complaints = new ArrayList<>();
        for (StoredSchema old : earlier.reversed()) {
            Schema schema = SchemaText.parse(old.text());
            if (newReadsOld) {
                String how = "the new schema cannot read version " + old.version();
                complaints.addAll(incompatibilities(candidate, schema, how));
            }
            if (oldReadsNew) {
                String how = "version " + old.version() + " cannot read the new schema";
                complaints.addAll(incompatibilities(schema, candidate, how));
            }
        }
        return complaints;
    }

    private static List<String> incompatibilities(Schema reader, Schema writer, String how) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                .getResult()
                .getIncompatibilities()
                .stream()
                .map(found ->
                        "%s: %s at %s: %s"
                                .formatted(
                                        how,
                                        found.getType(),
                                        found.getLocation(),
                                        found.getMessage()))
                .toList();
    }
}
