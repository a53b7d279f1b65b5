package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The values of one topic, to bytes and back. Bytes that nobody can read are a value; a registry
 * that does not answer is waited for.
 *
 * @param <V> the type of the topic's values
 */
final class Codec<V extends SpecificRecord> {

    private final Topic<V> topic;
    private final AvroSerde<V> serde;
    private final RegistryPatience patience;

    Codec(Topic<V> topic, SchemaRegistry registry, RegistryPatience patience) {
        this.topic = topic;
        this.serde = AvroSerde.of(topic, registry);
        this.patience = patience;
    }

    Topic<V> topic() {
        return topic;
    }

    /**
     * The bytes of a value.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if patience ran out
     */
    byte[] encode(V value) {
        return patience.with(() -> serde.serializer().serialize(topic.name(), value));
    }

    /**
     * The bytes of a value that was encoded for another topic already.
     *
     * @param encoded what that topic's codec gave
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if patience ran out
     */
    byte[] encodeAgain(V value, byte[] encoded) {
        return patience.with(() -> serde.serializeAgain(topic.name(), value, encoded));
    }

    /**
     * The value of some bytes.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if patience ran out
     */
    Decoded<V> decode(byte @Nullable [] bytes) {
        if (bytes == null) {
            return new Decoded.Undecodable<>(
                    new Rejection(FailureCode.AVRO_CORRUPT, "the record has no value"));
        }
        try {
            return new Decoded.Decodable<>(
                    patience.with(() -> serde.deserializer().deserialize(topic.name(), bytes)));
        } catch (SchemaUnknownException e) {
            return new Decoded.Undecodable<>(rejection(FailureCode.SCHEMA_UNKNOWN, e));
        } catch (AvroCorruptException e) {
            return new Decoded.Undecodable<>(rejection(FailureCode.AVRO_CORRUPT, e));
        }
    }

    /**
     * The value of bytes that we keep.
     *
     * @throws IllegalStateException if they cannot be read
     */
    V decodeStored(byte[] bytes) {
        return switch (decode(bytes)) {
            case Decoded.Decodable<V>(V value) -> value;
            case Decoded.Undecodable<V>(var rejection) ->
                    throw new IllegalStateException(
                            "stored for " + topic.name() + ": " + rejection.message());
        };
    }

    private static Rejection rejection(FailureCode code, RuntimeException e) {
        return new Rejection(code, String.valueOf(e.getMessage()));
    }

    /**
     * What bytes turned out to be.
     *
     * @param <V> the type they should have
     */
    sealed interface Decoded<V> {

        /** A value. */
        record Decodable<V>(V value) implements Decoded<V> {}

        /** Nothing that anybody can read. */
        record Undecodable<V>(Rejection rejection) implements Decoded<V> {}
    }
}
