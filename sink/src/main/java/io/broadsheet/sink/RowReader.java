package io.broadsheet.sink;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.registry.SchemaUnknownException;
import io.broadsheet.schemas.serde.AvroCorruptException;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.schemas.serde.SerdeSettings;
import io.broadsheet.sink.store.Row;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.FailureStage;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

import java.nio.charset.StandardCharsets;

/**
 * What a record asks of the store. A record that cannot be read asks for a dead letter; a registry
 * that cannot be asked says nothing about the record, and is thrown.
 */
final class RowReader {

    private final Deserializer<EnrichedArticle> articles;
    private final Deserializer<DeadLetter> letters;
    private final Undertaker undertaker;

    RowReader(SchemaRegistry registry, Undertaker undertaker) {
        this.articles = AvroSerde.of(Topics.ENRICHED, registry).deserializer();
        this.letters =
                AvroSerde.of(DeadLetter.class, registry, SerdeSettings.contract()).deserializer();
        this.undertaker = undertaker;
    }

    /**
     * Reads a record of any topic of the sink.
     *
     * @throws io.broadsheet.schemas.registry.RegistryUnavailableException if its schema cannot be
     *     asked for just now
     * @throws java.io.UncheckedIOException if it must be buried and cannot be just now
     */
    Row read(ConsumerRecord<byte[], byte[]> record) {
        try {
            return record.topic().equals(Topics.ENRICHED.name()) ? article(record) : letter(record);
        } catch (AvroCorruptException e) {
            return unreadable(record, FailureCode.AVRO_CORRUPT, e);
        } catch (SchemaUnknownException e) {
            return unreadable(record, FailureCode.SCHEMA_UNKNOWN, e);
        }
    }

    /** The letter in the place of a row that the store refuses. */
    Row refused(ConsumerRecord<byte[], byte[]> record, String reason) {
        return undertaker.bury(
                FailureStage.SINK_WRITE, new Rejection(FailureCode.ROW_REJECTED, reason), record);
    }

    private Row article(ConsumerRecord<byte[], byte[]> record) {
        if (record.value() != null) {
            return new Row.Article(articles.deserialize(record.topic(), record.value()));
        }
        if (record.key() == null) {
            return refused(record, "a tombstone without a key names no article");
        }
        return new Row.Tombstone(new String(record.key(), StandardCharsets.UTF_8));
    }

    private Row letter(ConsumerRecord<byte[], byte[]> record) {
        return record.value() == null
                ? new Row.Nothing()
                : new Row.Letter(letters.deserialize(record.topic(), record.value()));
    }

    private Row unreadable(
            ConsumerRecord<byte[], byte[]> record, FailureCode code, Exception cause) {
        Rejection rejection = new Rejection(code, String.valueOf(cause.getMessage()));
        return undertaker.bury(FailureStage.SINK_DESERIALIZE, rejection, record);
    }
}
