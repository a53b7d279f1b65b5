package io.broadsheet.ingest.publish;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.publish.FakeKafka.Commit;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.IngestCursor;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ProducerFencedException;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** A batch is committed once, however its commits fail. */
class TransactionalPublisherTest {

    private static final SourceId SOURCE = new SourceId("test");
    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

    private final SchemaRegistry registry = registry();

    @Test
    void aBatchThatFailedIsTriedAgain() {
        var kafka = new FakeKafka(new TimeoutException("slow"), Commit.FAILS_BEFORE);

        try (var publisher = open(kafka)) {
            publisher.publish(batch("file:///a.md"));
            assertThat(publisher.cursors().find("file:///a.md")).isPresent();
        }

        assertThat(kafka.committed(Topics.INGEST_DEAD_LETTERS.name())).hasSize(1);
    }

    @Test
    void aCommitWhoseAnswerWasLostIsNotRepeated() {
        var kafka = new FakeKafka(new TimeoutException("slow"), Commit.FAILS_AFTER);

        try (var publisher = open(kafka)) {
            publisher.publish(batch("file:///a.md"));
        }

        assertThat(kafka.committed(Topics.INGEST_DEAD_LETTERS.name())).hasSize(1);
    }

    @Test
    void afterFiveFailuresItGivesUp() {
        var kafka =
                new FakeKafka(
                        new KafkaException("broken"),
                        Commit.FAILS_BEFORE,
                        Commit.FAILS_BEFORE,
                        Commit.FAILS_BEFORE,
                        Commit.FAILS_BEFORE,
                        Commit.FAILS_BEFORE);

        try (var publisher = open(kafka)) {
            assertThatThrownBy(() -> publisher.publish(batch("file:///a.md"))).hasMessage("broken");
        }

        assertThat(kafka.committed(Topics.INGEST_CURSORS.name())).isEmpty();
    }

    @Test
    void whoIsFencedStopsAtOnce() {
        var kafka = new FakeKafka(new ProducerFencedException("later"), Commit.FAILS_BEFORE);

        try (var publisher = open(kafka)) {
            assertThatThrownBy(() -> publisher.publish(batch("file:///a.md")))
                    .isInstanceOf(IngestFencedException.class);
        }
    }

    @Test
    void cursorsOfOtherSourcesAreNotOurs() {
        var kafka = new FakeKafka(new KafkaException("unused"));
        try (var publisher = open(kafka)) {
            publisher.publish(batch("file:///a.md"));
        }

        try (var other =
                TransactionalPublisher.open(
                        new SourceId("tes"), kafka, registry, InstantSource.fixed(NOW))) {
            assertThat(other.cursors().find("file:///a.md")).isEmpty();
        }
        try (var same = open(kafka)) {
            assertThat(same.cursors().find("file:///a.md")).isPresent();
        }
    }

    private TransactionalPublisher open(FakeKafka kafka) {
        return TransactionalPublisher.open(SOURCE, kafka, registry, InstantSource.fixed(NOW));
    }

    private Batch batch(String document) {
        IngestCursor cursor =
                IngestCursor.newBuilder()
                        .setSourceId(SOURCE.value())
                        .setDocument(document)
                        .setPayloadDigest("")
                        .setTakenAt(NOW)
                        .build();
        DeadLetter letter =
                DeadLetter.newBuilder()
                        .setDeadLetterId("d".repeat(32))
                        .setCode("DOCUMENT_EMPTY")
                        .setMessage("DOCUMENT_EMPTY: no bytes")
                        .setApplication("test")
                        .setApplicationVersion("test")
                        .setFailedAt(NOW)
                        .build();
        var batch = new Batch();
        batch.add(
                new RecordWriter(registry, "test", io.broadsheet.runtime.trace.Tracing.off())
                        .write(new Taken(cursor, List.of(), List.of(letter))));
        return batch;
    }

    private static SchemaRegistry registry() {
        var registry = new InMemorySchemaRegistry();
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
        return registry;
    }
}
