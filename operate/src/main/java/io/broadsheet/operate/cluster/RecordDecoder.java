package io.broadsheet.operate.cluster;

import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Values of any topic, by whichever schema they were written with. */
public final class RecordDecoder {

    private final Deserializer<GenericRecord> deserializer;

    /**
     * @param registry knows the schemas
     */
    public RecordDecoder(SchemaRegistry registry) {
        this.deserializer = AvroSerde.generic(registry).deserializer();
    }

    /** What a value turned out to be. */
    public sealed interface Decoded {

        /** A record. */
        record Value(GenericRecord value) implements Decoded {}

        /** No value: the key is deleted. */
        record Tombstone() implements Decoded {}

        /**
         * Not one that can be read.
         *
         * @param why for the operator, one line
         */
        record Undecodable(String why) implements Decoded {}
    }

    /**
     * What the bytes are.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if the registry does not
     *     answer, which says nothing about the value
     */
    public Decoded decode(String topic, byte @Nullable [] value) {
        if (value == null) {
            return new Decoded.Tombstone();
        }
        try {
            return new Decoded.Value(deserializer.deserialize(topic, value));
        } catch (AvroCorruptException | SchemaUnknownException e) {
            return new Decoded.Undecodable(String.valueOf(e.getMessage()));
        }
    }
}
