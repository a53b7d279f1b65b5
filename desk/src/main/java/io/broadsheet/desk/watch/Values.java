package io.broadsheet.desk.watch;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

import java.util.Optional;

/**
 * Reads the values of one topic.
 *
 * @param <V> what they are
 */
public final class Values<V extends SpecificRecord> {

    private final Deserializer<V> deserializer;

    /**
     * @param registry knows the schemas
     */
    public Values(Topic<V> topic, SchemaRegistry registry) {
        this.deserializer = AvroSerde.of(topic, registry).deserializer();
    }

    /**
     * The value; empty for a tombstone.
     *
     * @throws io.broadsheet.schemas.serde.AvroCorruptException if it cannot be read
     */
    public Optional<V> of(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? Optional.empty()
                : Optional.of(deserializer.deserialize(record.topic(), record.value()));
    }
}
