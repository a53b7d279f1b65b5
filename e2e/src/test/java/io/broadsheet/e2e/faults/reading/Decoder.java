package io.broadsheet.e2e.faults.reading;

import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.check.Place;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterState;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Records of the topics to what was found there. */
public final class Decoder {

    /** All topics of dead letters that a run can write. */
    public static final List<Topic<DeadLetter>> LETTERS =
            List.of(
                    Topics.INGEST_DEAD_LETTERS,
                    Topics.ENRICH_DEAD_LETTERS,
                    Topics.CHECK_IMAGES_DEAD_LETTERS,
                    Topics.SINK_POSTGRES_DEAD_LETTERS);

    private static final String ERRORS = "__streams.errors.";

    private final Map<String, AvroSerde<?>> serdes = new HashMap<>();
    private final SchemaRegistry registry;

    /** Decodes by the schemas of a registry. */
    public Decoder(String registryUrl) {
        this(SchemaRegistry.open(Map.of("schema.registry.url", registryUrl)));
    }

    /** Decodes by the schemas of a registry. */
    public Decoder(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** A raw article, if it can be read. */
    public Optional<Found.Raw> raw(ConsumerRecord<String, byte[]> record) {
        return decoded(Topics.RAW, record).map(raw -> raw(record, raw));
    }

    private static Found.Raw raw(ConsumerRecord<String, byte[]> record, RawArticle raw) {
        return new Found.Raw(
                placeOf(record),
                Instant.ofEpochMilli(record.timestamp()),
                raw.getArticleId(),
                fileOf(raw.getFetch().getRequestUrl()));
    }

    /** An entry of the ledger. */
    public Found.Outcome outcome(ConsumerRecord<String, byte[]> record) {
        ArticleOutcome outcome = decoded(Topics.OUTCOMES, record).orElseThrow();
        Integer version = outcome.getVersion();
        return new Found.Outcome(
                placeOf(record),
                outcome.getArticleId(),
                outcome.getKind().name(),
                version == null ? 0 : version,
                Place.of(outcome.getRawRef()));
    }

    /** A version of an article, of the enriched or the revisions topic. */
    public Found.Version version(
            Topic<EnrichedArticle> topic, ConsumerRecord<String, byte[]> record) {
        EnrichedArticle article = decoded(topic, record).orElseThrow();
        return new Found.Version(
                placeOf(record),
                article.getArticleId(),
                article.getVersion(),
                article.getState().name(),
                article.getHeadline() + "\n" + article.getArticleBody(),
                Place.of(article.getRawRef()),
                Sha256.tagged(record.value()),
                record.headers().lastHeader("news-replay-of") != null);
    }

    /** A dead letter, or what is there in place of one. */
    public Found letter(Topic<DeadLetter> topic, ConsumerRecord<String, byte[]> record) {
        Optional<DeadLetter> letter = decoded(topic, record);
        if (letter.isEmpty()) {
            int bytes = record.value() == null ? 0 : record.value().length;
            return new Found.NoLetter(
                    placeOf(record),
                    origin(record),
                    "%d bytes that are no letter".formatted(bytes));
        }
        return letter(record, letter.get());
    }

    private static Found.Letter letter(ConsumerRecord<String, byte[]> record, DeadLetter letter) {
        return new Found.Letter(
                placeOf(record),
                letter.getFailedAt(),
                letter.getDeadLetterId(),
                letter.getCode(),
                letter.getOrigin() == null ? fileOf(letter.getUrl()) : "",
                Optional.ofNullable(letter.getOrigin()).map(Place::of),
                digestOf(letter));
    }

    /** What ingest remembers of a document. */
    public Found.Cursor cursor(ConsumerRecord<String, byte[]> record) {
        IngestCursor cursor = decoded(Topics.INGEST_CURSORS, record).orElseThrow();
        return new Found.Cursor(placeOf(record), fileOf(cursor.getDocument()));
    }

    /** How far a dead letter has come. */
    public DeadLetterState state(ConsumerRecord<String, byte[]> record) {
        return decoded(Topics.DEAD_LETTER_STATUS, record).orElseThrow().getState();
    }

    /** A letter that claims a digest must have the bytes, or a claim on them. */
    private static String digestOf(DeadLetter letter) {
        ByteBuffer original = letter.getOriginalValue();
        if (original == null) {
            return letter.getPayloadRef() == null
                    ? ""
                    : Objects.requireNonNullElse(letter.getPayloadDigest(), "");
        }
        byte[] bytes = new byte[original.remaining()];
        original.duplicate().get(bytes);
        return Sha256.tagged(bytes);
    }

    private static Optional<Place> origin(ConsumerRecord<String, byte[]> record) {
        Header topic = record.headers().lastHeader(ERRORS + "topic");
        Header partition = record.headers().lastHeader(ERRORS + "partition");
        Header offset = record.headers().lastHeader(ERRORS + "offset");
        if (topic == null || partition == null || offset == null) {
            return Optional.empty();
        }
        return Optional.of(
                new Place(
                        text(topic),
                        Integer.parseInt(text(partition)),
                        Long.parseLong(text(offset))));
    }

    private static String text(Header header) {
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private <V extends SpecificRecord> Optional<V> decoded(
            Topic<V> topic, ConsumerRecord<String, byte[]> record) {
        if (record.value() == null) {
            return Optional.empty();
        }
        AvroSerde<?> serde =
                serdes.computeIfAbsent(topic.name(), _ -> AvroSerde.of(topic, registry));
        try {
            Object value = serde.deserializer().deserialize(topic.name(), record.value());
            return Optional.of(topic.type().cast(value));
        } catch (SerializationException e) {
            return Optional.empty(); // offered as it is, on purpose
        }
    }

    private static Place placeOf(ConsumerRecord<String, byte[]> record) {
        return new Place(record.topic(), record.partition(), record.offset());
    }

    private static String fileOf(@Nullable String url) {
        return url == null ? "" : url.substring(url.lastIndexOf('/') + 1);
    }
}
