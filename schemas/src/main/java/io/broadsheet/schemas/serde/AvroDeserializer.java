package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Reads Avro records in Confluent's wire format, whoever wrote them and with whichever version of
 * the schema. Null is null: a tombstone. Headers are left alone, schema ids in them too. Safe for
 * use by many threads.
 *
 * @param <V> type of the records: a generated class, or {@code GenericRecord} where {@code
 *     specific.avro.reader} is off
 */
public final class AvroDeserializer<V> implements Deserializer<V> {

    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();

    // Ids never change their schema, so a reader is kept as long as this.
    private final Map<Integer, DatumReader<V>> readers = new ConcurrentHashMap<>();
    private final Optional<Class<V>> type;
    private @Nullable SchemaRegistry registry;
    private SerdeSettings settings;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroDeserializer() {
        this.type = Optional.empty();
        this.settings = SerdeSettings.contract();
    }

    AvroDeserializer(Optional<Class<V>> type, SchemaRegistry registry, SerdeSettings settings) {
        this.type = type;
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * Reads Confluent's keys. A deserializer that was given its registry keeps it.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is missing or wrong
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        if (registry == null) {
            registry = SchemaRegistry.open(configs);
            settings = SerdeSettings.from(configs, isKey);
        }
    }

    /**
     * The record in the bytes.
     *
     * @throws AvroCorruptException if they are none
     * @throws io.broadsheet.schemas.registry.SchemaUnknownException if nobody knows their schema
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if it could not be asked
     *     for; says nothing about the record
     */
    @Override
    public @Nullable V deserialize(String topic, byte @Nullable [] record) {
        if (record == null) {
            return null;
        }
        int id = WireFormat.readSchemaId(record);
        return read(id, reader(id), record);
    }

    private DatumReader<V> reader(int id) {
        DatumReader<V> known = readers.get(id);
        if (known != null) {
            return known;
        }
        DatumReader<V> reader = newReader(connected().byId(id));
        readers.put(id, reader);
        return reader;
    }

    private DatumReader<V> newReader(Schema writer) {
        if (!settings.specificReader()) {
            return RecordModel.generic(writer);
        }
        return type.<DatumReader<V>>map(known -> RecordModel.specific(writer, known))
                .orElseGet(() -> RecordModel.specificByName(writer));
    }

    private V read(int id, DatumReader<V> reader, byte[] record) {
        int length = record.length - WireFormat.HEAD_BYTES;
        BinaryDecoder decoder =
                DecoderFactory.get()
                        .binaryDecoder(record, WireFormat.HEAD_BYTES, length, DECODER.get());
        DECODER.set(decoder);
        V value;
        boolean all;
        try {
            value = reader.read(null, decoder);
            all = decoder.isEnd();
        } catch (IOException
                | AvroRuntimeException
                | IndexOutOfBoundsException
                | ClassCastException
                | UnsupportedOperationException e) {
            throw AvroCorruptException.body(id, String.valueOf(e.getMessage()), e);
        }
        if (!all) {
            throw AvroCorruptException.body(id, "bytes left over after the record", null);
        }
        return value;
    }

    private SchemaRegistry connected() {
        if (registry == null) {
            throw new IllegalStateException("AvroDeserializer used before configure()");
        }
        return registry;
    }
}
