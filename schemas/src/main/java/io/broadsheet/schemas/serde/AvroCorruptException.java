package io.broadsheet.schemas.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

import java.util.OptionalInt;

/** The bytes are not what they claim to be. No other try will read them: bury the record. */
public final class AvroCorruptException extends SerializationException {

    private static final long serialVersionUID = 1L;

    private static final int NONE = -1;

    /** The schema id in front of the bytes, {@link #NONE} if there is none. */
    private final int schemaId;

    private AvroCorruptException(int schemaId, String message, @Nullable Throwable cause) {
        super(message, cause);
        this.schemaId = schemaId;
    }

    static AvroCorruptException framing(String message) {
        return new AvroCorruptException(NONE, message, null);
    }

    static AvroCorruptException framing(String message, Throwable cause) {
        return new AvroCorruptException(NONE, message, cause);
    }

    static AvroCorruptException body(int schemaId, String message, @Nullable Throwable cause) {
        return new AvroCorruptException(
                schemaId, "not Avro of schema id " + schemaId + ": " + message, cause);
    }

    /** The schema id in front of the bytes; empty if not even that was readable. */
    public OptionalInt schemaId() {
        return schemaId == NONE ? OptionalInt.empty() : OptionalInt.of(schemaId);
    }
}
