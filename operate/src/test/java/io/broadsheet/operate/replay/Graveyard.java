package io.broadsheet.operate.replay;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.ingest.publish.RecordWriter;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.Place;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.operate.letters.FoundLetter;
import io.broadsheet.operate.letters.LetterBox;
import io.broadsheet.operate.letters.LetterFilter;
import io.broadsheet.operate.replay.Step.Action;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topic;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.IngestCursor;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.RecordRef;
import io.broadsheet.v1.Source;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;

/** Records and dead letters of a platform, and replays of all of them. */
final class Graveyard implements AutoCloseable {

    private static final LetterFilter ALL =
            new LetterFilter(
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty());

    private final InstantSource clock = InstantSource.system();
    private final DeadLetters letters = new DeadLetters("test", "1", clock);
    private final KafkaAccess access;
    private final Cluster cluster;
    private final Producer<byte[], byte[]> producer;
    private final Path claimsDirectory;
    private ClaimStore claims;

    Graveyard(EmbeddedPlatform platform, Path claims) {
        this.claimsDirectory = claims;
        this.claims = new FileClaims(claims);
        var registry =
                new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
        this.access = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
        this.cluster = Cluster.open(access, clock);
        this.producer =
                new KafkaProducer<>(
                        access.producerProperties("test"),
                        new ByteArraySerializer(),
                        new ByteArraySerializer());
    }

    Cluster cluster() {
        return cluster;
    }

    RecordRef publish(String topic, String key, byte[] value) {
        var record = new ProducerRecord<>(topic, bytes(key), value);
        record.headers().add("mine", bytes("kept")).add("empty", null);
        return send(record);
    }

    byte[] article(String id, String title) {
        RawArticle article =
                RawArticle.newBuilder()
                        .setArticleId(id)
                        .setSource(Source.newBuilder().setSourceId("source").build())
                        .setTitle(title)
                        .setFetch(
                                FetchContext.newBuilder()
                                        .setFetchId("f")
                                        .setRetrievedAt(now())
                                        .build())
                        .setContentHash("sha256:" + title)
                        .setIngestedAt(now())
                        .build();
        return value(Topics.RAW, article);
    }

    /** Buries a record that lies in the log, as a service does. */
    DeadLetter bury(RecordRef origin, FailureCode code) {
        ConsumerRecord<byte[], byte[]> record =
                records(origin.getTopic()).stream()
                        .filter(it -> Place.of(it).equals(Place.of(origin)))
                        .findFirst()
                        .orElseThrow();
        var original =
                new DeadLetters.Original(
                        record.key(),
                        Optional.of(payload(record.value())),
                        record.headers(),
                        record.timestamp());
        return publish(
                letters.ofRecord(
                        FailureStage.ENRICH_PROCESS, new Rejection(code, "x"), origin, original));
    }

    /** Buries a record that is in the log no longer. */
    DeadLetter buryValue(RecordRef origin, byte[] value) {
        Headers none = new RecordHeaders();
        var original =
                new DeadLetters.Original(
                        bytes("gone"), Optional.of(payload(value)), none, clock.millis());
        return publish(
                letters.ofRecord(
                        FailureStage.ENRICH_PROCESS,
                        new Rejection(FailureCode.DEFECT, "x"),
                        origin,
                        original));
    }

    /** The same failure once more, now. */
    void buryAgain(DeadLetter letter) {
        publish(DeadLetter.newBuilder(letter).setFailedAt(now()).build());
    }

    DeadLetter buryDocument(String url) {
        return publish(
                letters.ofDocument(
                        FailureStage.INGEST_PARSE,
                        new Rejection(FailureCode.DOCUMENT_EMPTY, "x"),
                        "source",
                        url,
                        Optional.empty()));
    }

    /** Moves the cursor of a document: to a letter, or to an article. */
    void take(String url, Optional<DeadLetter> letter) {
        IngestCursor cursor =
                IngestCursor.newBuilder()
                        .setSourceId("source")
                        .setDocument(url)
                        .setPayloadDigest("sha256:x")
                        .setDeadLetterId(letter.map(DeadLetter::getDeadLetterId).orElse(null))
                        .setTakenAt(now())
                        .build();
        send(
                new ProducerRecord<>(
                        Topics.INGEST_CURSORS.name(),
                        bytes(RecordWriter.cursorKey("source", url)),
                        value(Topics.INGEST_CURSORS, cursor)));
    }

    void loseClaims() {
        claims = new FileClaims(claimsDirectory.resolveSibling("empty"));
    }

    ReplayReport replay(boolean force) {
        return replay(force, 1_000).perform();
    }

    void replayAtMost(int perSecond) {
        replay(false, perSecond).perform();
    }

    String rehearse() {
        return replay(false, 1_000).rehearse().text().toString();
    }

    /** All letters, ready to be written back by that writer. */
    Batch batch(ReplayWriter writer) {
        Batch batch = new Batch(100);
        for (FoundLetter found : new LetterBox(cluster, List.of()).latest(_ -> true).values()) {
            String topic = Objects.requireNonNull(found.letter().getOrigin()).getTopic();
            Step step = new Step(found, 1, new Action.WriteBack(topic));
            batch.add(
                    step,
                    Optional.of(
                            writer.records().original(found.letter(), topic, 1, bytes("late"))));
        }
        return batch;
    }

    DeadLetterStatus status(DeadLetter letter) {
        return Objects.requireNonNull(statuses().get(letter.getDeadLetterId()));
    }

    Map<String, DeadLetterStatus> statuses() {
        return new LetterBox(cluster, List.of()).statuses();
    }

    Map<String, IngestCursor> cursors() {
        Map<String, IngestCursor> cursors = new LinkedHashMap<>();
        try (var serde = AvroSerde.of(Topics.INGEST_CURSORS, access.registry())) {
            for (ConsumerRecord<byte[], byte[]> record : records(Topics.INGEST_CURSORS.name())) {
                String key = new String(record.key(), StandardCharsets.UTF_8);
                cursors.remove(key);
                if (record.value() != null) {
                    cursors.put(
                            key, serde.deserializer().deserialize(record.topic(), record.value()));
                }
            }
        }
        return cursors;
    }

    /** The committed records of a topic, in the order of each partition. */
    List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (LogScan scan = cluster.scan()) {
            scan.readAll(
                    cluster.partitions(topic),
                    record -> {
                        records.add(record);
                        return Next.GO_ON;
                    });
        }
        return records;
    }

    static String text(ConsumerRecord<byte[], byte[]> record, String header) {
        Header found = record.headers().lastHeader(header);
        return found == null ? "" : new String(found.value(), StandardCharsets.UTF_8);
    }

    private Replay replay(boolean force, int perSecond) {
        return new Replay(
                cluster,
                claims,
                new ReplayRequest(List.of(), Set.of(), ALL, force, perSecond, Duration.ZERO));
    }

    private DeadLetter publish(DeadLetter letter) {
        Topic<DeadLetter> topic =
                letter.getOrigin() == null
                        ? Topics.INGEST_DEAD_LETTERS
                        : Topics.ENRICH_DEAD_LETTERS;
        send(
                new ProducerRecord<>(
                        topic.name(), bytes(letter.getDeadLetterId()), value(topic, letter)));
        return letter;
    }

    private <V extends SpecificRecord> byte[] value(Topic<V> topic, V value) {
        try (var serde = AvroSerde.of(topic, access.registry())) {
            return Objects.requireNonNull(serde.serializer().serialize(topic.name(), value));
        }
    }

    private RecordRef send(ProducerRecord<byte[], byte[]> record) {
        try {
            RecordMetadata place = producer.send(record).get();
            return new RecordRef(place.topic(), place.partition(), place.offset());
        } catch (ExecutionException | InterruptedException e) {
            throw new AssertionError("not sent", e);
        }
    }

    private Payload payload(byte[] value) {
        try {
            return Payload.of(value, claims);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
        cluster.close();
    }
}
