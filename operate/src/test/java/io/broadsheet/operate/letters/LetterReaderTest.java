package io.broadsheet.operate.letters;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.DeadLetterState;
import io.broadsheet.v1.DeadLetterStatus;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;

/** Letters of every tool that we know. */
class LetterReaderTest {

    private static final Instant TIME = Instant.parse("2026-03-04T05:06:07.008Z");
    private static final RecordRef ORIGIN = new RecordRef("orders", 2, 77L);

    private final InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
    private final RecordHeaders headers = new RecordHeaders();

    @BeforeEach
    void register() {
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
    }

    @Test
    void ourOwnLettersAreEnvelopesWhateverTheirHeadersSay() {
        DeadLetter letter = letter("a");
        put("__streams.errors.topic", "orders");
        byte[] bytes =
                AvroSerde.of(Topics.ENRICH_DEAD_LETTERS, registry)
                        .serializer()
                        .serialize(Topics.ENRICH_DEAD_LETTERS.name(), letter);

        assertThat(read(bytes).letter()).isEqualTo(letter);
    }

    @Test
    void lettersOfKafkaStreamsAreReadFromTheirHeaders() {
        put("__streams.errors.topic", "orders");
        put("__streams.errors.partition", "2");
        put("__streams.errors.offset", "77");
        put("__streams.errors.exception", "java.lang.IllegalStateException");
        put("__streams.errors.message", "no such thing");
        put("__streams.errors.stacktrace", "at x.Y");

        DeadLetter letter = read(bytes("original")).letter();

        assertThat(letter.getOrigin()).isEqualTo(ORIGIN);
        assertThat(letter.getExceptionClass()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.getMessage()).isEqualTo("FOREIGN: no such thing");
        assertThat(letter.getStackTrace()).isEqualTo("at x.Y");
    }

    @Test
    void lettersOfKafkaConnectAreReadFromTheirHeaders() {
        put("__connect.errors.topic", "orders");
        put("__connect.errors.partition", "2");
        put("__connect.errors.offset", "77");
        put("__connect.errors.exception.class.name", "org.example.DataException");
        put("__connect.errors.exception.message", "no such field");

        DeadLetter letter = read(bytes("original")).letter();

        assertThat(letter.getOrigin()).isEqualTo(ORIGIN);
        assertThat(letter.getExceptionClass()).isEqualTo("org.example.DataException");
        assertThat(letter.getMessage()).isEqualTo("FOREIGN: no such field");
        assertThat(letter.getApplication()).isEqualTo("connect");
    }

    @Test
    void lettersOfSpringAreReadFromTheirBinaryHeaders() {
        put("kafka_dlt-original-topic", "orders");
        headers.add("kafka_dlt-original-partition", ByteBuffer.allocate(4).putInt(2).array());
        headers.add("kafka_dlt-original-offset", ByteBuffer.allocate(8).putLong(77).array());
        headers.add("kafka_dlt-original-timestamp", ByteBuffer.allocate(8).putLong(5).array());
        put("kafka_dlt-exception-fqcn", "org.example.ListenerException");
        put("kafka_dlt-exception-message", "listener threw");

        DeadLetter letter = read(bytes("original")).letter();

        assertThat(letter.getOrigin()).isEqualTo(ORIGIN);
        assertThat(letter.getOriginalTimestamp()).isEqualTo(5);
        assertThat(letter.getExceptionClass()).isEqualTo("org.example.ListenerException");
    }

    @Test
    void lettersOfShareGroupsAreReadFromTheirHeaders() {
        put("_dlq.errors.topic", "orders");
        put("_dlq.errors.partition", "2");
        put("_dlq.errors.offset", "77");

        assertThat(read(bytes("original")).letter().getOrigin()).isEqualTo(ORIGIN);
    }

    @Test
    void theOriginalsBytesAndOwnHeadersStayAndTheToolsHeadersGo() {
        put("__connect.errors.topic", "orders");
        put("mine", "kept");
        headers.add("empty", null);

        DeadLetter letter = read(bytes("original")).letter();

        assertThat(OriginalValues.bytes(letter.getOriginalKey())).isEqualTo(bytes("key"));
        assertThat(OriginalValues.bytes(letter.getOriginalValue())).isEqualTo(bytes("original"));
        assertThat(letter.getOriginalHeaders())
                .extracting(entry -> entry.getKey())
                .containsExactly("mine", "empty");
        assertThat(letter.getOriginalHeaders().getLast().getValue()).isNull();
    }

    @Test
    void whatIsNoLetterOfAnyToolIsShownAsThatAndNotDropped() {
        DeadLetter letter = read(bytes("junk")).letter();

        assertThat(letter.getCode()).isEqualTo("UNREADABLE");
        assertThat(letter.getOrigin()).isNull();
        assertThat(OriginalValues.bytes(letter.getOriginalValue())).isEqualTo(bytes("junk"));
    }

    @Test
    void aLetterThatFailedAgainSinceItWasReplayedIsOpenAgainButParkedStaysParked() {
        FoundLetter found = read(bytes("junk"));
        Instant before = found.letter().getFailedAt().minusMillis(1);
        Instant after = found.letter().getFailedAt().plusMillis(1);

        assertThat(found.state(Optional.empty())).isEqualTo(DeadLetterState.OPEN);
        assertThat(found.state(status(DeadLetterState.REPLAYED, after)))
                .isEqualTo(DeadLetterState.REPLAYED);
        assertThat(found.state(status(DeadLetterState.REPLAYED, before)))
                .isEqualTo(DeadLetterState.OPEN);
        assertThat(found.state(status(DeadLetterState.PARKED, before)))
                .isEqualTo(DeadLetterState.PARKED);
    }

    @Test
    void theReplayCountIsThatOfWhoeverKnowsMost() {
        put("__connect.errors.topic", "orders");
        put("news-replay-count", "3");

        FoundLetter found = read(bytes("original"));

        assertThat(found.replayCount(Optional.empty())).isEqualTo(3);
        assertThat(found.json(Optional.empty()).path("replayCount").asInt()).isEqualTo(3);
    }

    private static Optional<DeadLetterStatus> status(DeadLetterState state, Instant at) {
        return Optional.of(
                DeadLetterStatus.newBuilder()
                        .setDeadLetterId("x")
                        .setState(state)
                        .setChangedAt(at)
                        .build());
    }

    private FoundLetter read(byte[] value) {
        return new LetterReader(registry).read(record(value)).orElseThrow();
    }

    private ConsumerRecord<byte[], byte[]> record(byte[] value) {
        return new ConsumerRecord<>(
                "dlq",
                0,
                9,
                TIME.toEpochMilli(),
                TimestampType.CREATE_TIME,
                3,
                value.length,
                bytes("key"),
                value,
                headers,
                Optional.empty());
    }

    private static DeadLetter letter(String id) {
        return DeadLetter.newBuilder()
                .setDeadLetterId(id)
                .setCode("DEFECT")
                .setMessage("DEFECT: x")
                .setApplication("test")
                .setApplicationVersion("1")
                .setFailedAt(TIME)
                .build();
    }

    private void put(String name, String text) {
        headers.add(name, bytes(text));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
