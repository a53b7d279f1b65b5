package io.broadsheet.schemas.subscribe;

import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.EnrichedArticle;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.Deserializer;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;

/** Bytes to deliveries. What cannot be read is a delivery too, so that no record stops the rest. */
final class DeliveryDecoder {

    private final Deserializer<EnrichedArticle> values;

    DeliveryDecoder(Topic<EnrichedArticle> topic, SchemaRegistry registry) {
        this.values = AvroSerde.of(topic, registry).deserializer();
    }

    /**
     * What the record says.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if its schema could not
     *     be asked for; says nothing about the record
     * @throws io.broadsheet.schemas.registry.RegistryRefusedException if the registry will not
     *     answer us
     */
    Delivery decode(ConsumerRecord<byte[], byte[]> record) {
        Origin origin = origin(record);
        String key = record.key() == null ? "" : text(record.key());
        byte[] bytes = record.value();
        if (bytes == null) {
            return new Delivery.Retraction(key, origin);
        }
        try {
            EnrichedArticle article = values.deserialize(record.topic(), bytes);
            return new Delivery.Article(key, article, origin);
        } catch (AvroCorruptException | SchemaUnknownException e) {
            return new Delivery.Undecodable(key, ByteBuffer.wrap(bytes), e, origin);
        }
    }

    private static Origin origin(ConsumerRecord<byte[], byte[]> record) {
        return new Origin(
                record.topic(),
                record.partition(),
                record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                headers(record.headers()));
    }

    private static Map<String, String> headers(Headers headers) {
        Map<String, String> byName = new LinkedHashMap<>();
        for (Header header : headers) {
            byName.put(header.key(), header.value() == null ? "" : text(header.value()));
        }
        return byName;
    }

    /** Broken UTF-8 is replaced: a key is a name, and what is broken is no name of ours. */
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
