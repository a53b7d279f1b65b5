package io.broadsheet.schemas.serde;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.avro.generic.GenericRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

import java.util.Map;
import java.util.Optional;

/**
 * Avro records in Confluent's wire format. Drop-in for Confluent's own serdes: the same bytes, the
 * same configuration keys.
 *
 * @param <V> type of the records
 */
public final class AvroSerde<V> implements Serde<V> {

    private final AvroSerializer<V> serializer;
    private final AvroDeserializer<V> deserializer;

    /** For Kafka, which calls {@link #configure} next. */
    public AvroSerde() {
        this(new AvroSerializer<>(), new AvroDeserializer<>());
    }

    private AvroSerde(AvroSerializer<V> serializer, AvroDeserializer<V> deserializer) {
        this.serializer = serializer;
        this.deserializer = deserializer;
    }

    /** For the values of a topic of the contract; their schemas must be registered. */
    public static <V extends SpecificRecord> AvroSerde<V> of(
            Topic<V> topic, SchemaRegistry registry) {
        return of(topic.type(), registry, SerdeSettings.contract());
    }

    /** For values of a generated class. */
    public static <V extends SpecificRecord> AvroSerde<V> of(
            Class<V> type, SchemaRegistry registry, SerdeSettings settings) {
        return new AvroSerde<>(
                new AvroSerializer<>(registry, settings),
                new AvroDeserializer<>(Optional.of(type), registry, settings));
    }

    /** For values of any schema that the registry has; what is written must be registered. */
    public static AvroSerde<GenericRecord> generic(SchemaRegistry registry) {
        var settings = new SerdeSettings(false, false, false, SubjectNaming.TOPIC);
        return new AvroSerde<>(
                new AvroSerializer<>(registry, settings),
                new AvroDeserializer<>(Optional.empty(), registry, settings));
    }

    /**
     * Reads Confluent's keys. A serde that was given its registry keeps it.
     *
     * @throws org.apache.kafka.common.config.ConfigException if one is missing or wrong
     */
    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        serializer.configure(configs, isKey);
        deserializer.configure(configs, isKey);
    }

    @Override
    public Serializer<V> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<V> deserializer() {
        return deserializer;
    }

    /**
     * The bytes of a record that was serialized for another topic already: the body is the same,
     * only the schema may have another id there.
     *
     * @param serialized what the serializer gave for the other topic; may come back itself
     * @throws io.broadsheet.schemas.registry.RegistryException see {@link AvroSerializer#serialize}
     */
    public byte[] serializeAgain(String topic, V value, byte[] serialized) {
        return serializer.serializeAgain(topic, value, serialized);
    }
}
