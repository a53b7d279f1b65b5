package io.broadsheet.schemas.serde;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/**
 * Confluent's wire format: a zero, the schema id in four bytes, big end first, then Avro binary.
 */
final class WireFormat {

    /** Bytes before the body. */
    static final int HEAD_BYTES = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    static void writeHead(ByteArrayOutputStream out, int schemaId) {
        out.write(MAGIC);
        out.writeBytes(ByteBuffer.allocate(Integer.BYTES).putInt(schemaId).array());
    }

    /** The same body after another head; the record itself if its head is that one. */
    static byte[] withSchemaId(byte[] record, int schemaId) {
        if (readSchemaId(record) == schemaId) {
            return record;
        }
        byte[] other = record.clone();
        ByteBuffer.wrap(other, 1, Integer.BYTES).putInt(schemaId);
        return other;
    }

    /**
     * The schema id of a record.
     *
     * @throws AvroCorruptException if the record does not begin as it must
     */
    static int readSchemaId(byte[] record) {
        if (record.length < HEAD_BYTES) {
            throw AvroCorruptException.framing(
                    record.length + " bytes: too short for Confluent's wire format");
        }
        if (record[0] != MAGIC) {
            throw AvroCorruptException.framing(
                    "begins with byte "
                            + record[0]
                            + ", not with the 0 of Confluent's wire format");
        }
        return ByteBuffer.wrap(record, 1, Integer.BYTES).getInt();
    }
}
