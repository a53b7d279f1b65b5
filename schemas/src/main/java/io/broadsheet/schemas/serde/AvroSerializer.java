package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.registry.RegisteredSchema;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;

import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.EncoderFactory;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes Avro records, generated or generic, in Confluent's wire format. Null is null: a tombstone.
 * Safe for use by many threads, as producers do.
 *
 * @param <V> type of the records
 */
public final class AvroSerializer<V> implements Serializer<V> {

    // One buffer and encoder for each thread: a producer serializes on the caller's thread.
    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private final Map<Target, Form> forms = new ConcurrentHashMap<>();
    private @Nullable SchemaRegistry registry;
    private SerdeSettings settings;
    private boolean isKey;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerializer() {
        this.settings = SerdeSettings.contract();
    }

    AvroSerializer(SchemaRegistry registry, SerdeSettings settings) {
        this.registry = registry;
        this.settings = settings;
    }

    /**
     * Reads Confluent's keys. A serializer that was given its registry keeps it.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is missing or wrong
     */
    @Override
    public void configure(Map<String, ?> configs, boolean forKey) {
        if (registry == null) {
            registry = SchemaRegistry.open(configs);
            settings = SerdeSettings.from(configs, forKey);
            isKey = forKey;
        }
    }

    /**
     * The bytes of a record.
     *
     * @throws io.broadsheet.schemas.registry.RegistryException if the registry refuses the schema
     *     or cannot be reached
     * @throws SerializationException if the value is not a record that its own schema allows
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable V value) {
        if (value == null) {
            return null;
        }
        if (!(value instanceof IndexedRecord record)) {
            throw new SerializationException("not an Avro record: " + value.getClass().getName());
        }
        return form(topic, record).write(record);
    }

    /** See {@link AvroSerde#serializeAgain}. */
    byte[] serializeAgain(String topic, V value, byte[] serialized) {
        if (!(value instanceof IndexedRecord record)) {
            throw new SerializationException("not an Avro record: " + value.getClass().getName());
        }
        Form form = form(topic, record);
        return settings.useLatest()
                ? form.write(record)
                : WireFormat.withSchemaId(serialized, form.schemaId());
    }

    private Form form(String topic, IndexedRecord record) {
        Schema schema = record.getSchema();
        var target = new Target(topic, schema, record.getClass());
        Form known = forms.get(target);
        if (known != null) {
            return known;
        }
        // Two threads may both ask the registry the first time; the answer is the same.
        String subject = settings.naming().subject(topic, isKey, schema.getFullName());
        Form form = form(subject, record, connected());
        forms.put(target, form);
        return form;
    }

    private Form form(String subject, IndexedRecord record, SchemaRegistry at) {
        Schema schema = record.getSchema();
        if (settings.useLatest()) {
            RegisteredSchema latest =
                    at.latest(subject).orElseThrow(() -> SchemaUnknownException.subject(subject));
            return new Form(latest.id(), LatestWriter.of(record, latest.schema()));
        }
        int id = settings.autoRegister() ? at.register(subject, schema) : at.idOf(subject, schema);
        return new Form(id, RecordModel.writer(record));
    }

    private SchemaRegistry connected() {
        if (registry == null) {
            throw new IllegalStateException("AvroSerializer used before configure()");
        }
        return registry;
    }

    /** What a record's bytes depend on: where it goes, and its schema by content. */
    private record Target(String topic, Schema schema, Class<?> type) {}

    /** How records of one schema are written to one subject. */
    private record Form(int schemaId, DatumWriter<Object> writer) {

        byte[] write(IndexedRecord record) {
            try {
                return SCRATCH.get().encode(schemaId, writer, record);
            } catch (IOException
                    | AvroRuntimeException
                    | ClassCastException
                    | NullPointerException e) {
                // Null or a wrong type where the schema forbids it: Avro has no better exception.
                throw new SerializationException(
                        "not a valid " + record.getSchema().getFullName() + ": " + e.getMessage(),
                        e);
            }
        }
    }

    /** A thread's buffer and encoder. */
    private static final class Scratch {

        private static final int KEPT_BYTES_MAX = 256 * 1024;

        private ByteArrayOutputStream out = new ByteArrayOutputStream(8 * 1024);
        private @Nullable BinaryEncoder encoder;

        byte[] encode(int schemaId, DatumWriter<Object> writer, IndexedRecord record)
                throws IOException {
            out.reset();
            WireFormat.writeHead(out, schemaId);
            encoder = EncoderFactory.get().binaryEncoder(out, encoder);
            writer.write(record, encoder);
            encoder.flush();
            byte[] bytes = out.toByteArray();
            if (bytes.length > KEPT_BYTES_MAX) {
                out = new ByteArrayOutputStream(8 * 1024);
            }
            return bytes;
        }
    }
}
