package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.schemas.registry.SchemaUnknownException;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.message.BadHeaderException;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.message.MissingSchemaException;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;

/**
 * Records in state stores, in Avro's single-object encoding: the fingerprint of the writer's schema
 * stands before each record. Needs no registry, so a store can be restored while none is reachable,
 * and reads what earlier versions wrote as long as it is given their schemas.
 *
 * @param <V> type of the records
 */
public final class StateSerde<V extends SpecificRecord> implements Serde<V> {

    static {
        ContractClasses.trust();
    }

    private final Class<V> type;
    private final BinaryMessageEncoder<V> encoder;
    private final BinaryMessageDecoder<V> decoder;

    private StateSerde(Class<V> type, List<Schema> older) {
        SpecificData model = PlainLists.of(type);
        Schema schema = model.getSchema(type);
        this.type = type;
        this.encoder = new BinaryMessageEncoder<>(model, schema);
        this.decoder = new BinaryMessageDecoder<>(model, schema);
        older.forEach(decoder::addSchema);
    }

    /**
     * For records of a generated class.
     *
     * @param older the schemas that earlier versions wrote and a store may still hold
     */
    public static <V extends SpecificRecord> StateSerde<V> of(Class<V> type, Schema... older) {
        return new StateSerde<>(type, List.of(older));
    }

    @Override
    public Serializer<V> serializer() {
        return (topic, value) -> write(value);
    }

    @Override
    public Deserializer<V> deserializer() {
        return (topic, bytes) -> read(bytes);
    }

    private byte @Nullable [] write(@Nullable V value) {
        if (value == null) {
            return null;
        }
        try {
            return bytes(encoder.encode(value));
        } catch (IOException | AvroRuntimeException | ClassCastException | NullPointerException e) {
            // Null or a wrong type where the schema forbids it: Avro has no better exception.
            throw new SerializationException(
                    "not a valid " + type.getName() + ": " + e.getMessage(), e);
        }
    }

    private static byte[] bytes(ByteBuffer buffer) {
        int from = buffer.arrayOffset() + buffer.position();
        return Arrays.copyOfRange(buffer.array(), from, from + buffer.remaining());
    }

    private @Nullable V read(byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        try {
            return decoder.decode(bytes);
        } catch (MissingSchemaException e) {
            throw SchemaUnknownException.state(type.getName(), String.valueOf(e.getMessage()));
        } catch (BadHeaderException e) {
            throw AvroCorruptException.framing("not a single-object record: " + e.getMessage(), e);
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | ClassCastException e) {
            throw AvroCorruptException.framing(
                    "not a stored " + type.getName() + ": " + e.getMessage(), e);
        }
    }
}
