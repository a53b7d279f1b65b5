package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ImageCheckRequest;

import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Reads requests; what nobody can read is a value. */
final class RequestCodec {

    private final Deserializer<ImageCheckRequest> deserializer;

    RequestCodec(SchemaRegistry registry) {
        this.deserializer = AvroSerde.of(Topics.IMAGE_CHECK_REQUESTS, registry).deserializer();
    }

    /** What the bytes of a record turned out to be. */
    sealed interface Read {

        /** A request. */
        record Request(ImageCheckRequest request) implements Read {}

        /** Nothing that anybody can read. */
        record Unreadable(Rejection rejection) implements Read {}

        /** The registry does not answer: it may be a request. */
        record Unknown(String why) implements Read {}
    }

    Read read(byte @Nullable [] value) {
        if (value == null) {
            return unreadable(FailureCode.AVRO_CORRUPT, "the record has no value");
        }
        try {
            String topic = Topics.IMAGE_CHECK_REQUESTS.name();
            return new Read.Request(deserializer.deserialize(topic, value));
        } catch (RegistryUnavailableException e) {
            return new Read.Unknown(String.valueOf(e.getMessage()));
        } catch (SchemaUnknownException e) {
            return unreadable(FailureCode.SCHEMA_UNKNOWN, e.getMessage());
        } catch (AvroCorruptException e) {
            return unreadable(FailureCode.AVRO_CORRUPT, e.getMessage());
        }
    }

    private static Read unreadable(FailureCode code, @Nullable String detail) {
        return new Read.Unreadable(new Rejection(code, String.valueOf(detail)));
    }
}
