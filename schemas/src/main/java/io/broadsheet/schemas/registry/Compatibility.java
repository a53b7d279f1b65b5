package io.broadsheet.schemas.registry;

import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;

import java.util.List;

/**
 * What a new version of a subject must keep, by Confluent's names. Decided by Avro's {@link
 * SchemaCompatibility}: its {@code SchemaValidator} is blind to enum symbols.
 */
public enum Compatibility {
    /** Anything goes. */
    NONE(false, false, false),
    /** New readers read the last version. */
    BACKWARD(true, false, false),
    /** New readers read every version. */
    BACKWARD_TRANSITIVE(true, false, true),
    /** Readers of the last version read the new one. */
    FORWARD(false, true, false),
    /** Readers of every version read the new one. */
    FORWARD_TRANSITIVE(false, true, true),
    /** Both, against the last version. */
    FULL(true, true, false),
    /** Both, against every version: what the subjects of the contract have. */
    FULL_TRANSITIVE(true, true, true);

    private final boolean backward;
    private final boolean forward;
    private final boolean transitive;

    Compatibility(boolean backward, boolean forward, boolean transitive) {
        this.backward = backward;
        this.forward = forward;
        this.transitive = transitive;
    }

    /** Whether every version counts, not the last one only. */
    public boolean isTransitive() {
        return transitive;
    }

    /** Whether {@code next} may follow these versions, oldest first. */
    public boolean allows(Schema next, List<Schema> versions) {
        int from = transitive ? 0 : Math.max(0, versions.size() - 1);
        return versions.subList(from, versions.size()).stream().allMatch(old -> allows(next, old));
    }

    private boolean allows(Schema next, Schema old) {
        return (!backward || reads(next, old)) && (!forward || reads(old, next));
    }

    private static boolean reads(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer).getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }
}
