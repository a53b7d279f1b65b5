package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.InMemorySchemaRegistry;
import io.broadsheet.schemas.registry.RegistryUnavailableException;

import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler.Result;
import org.apache.kafka.streams.errors.ProcessorStateException;
import org.apache.kafka.streams.processor.TaskId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Map;

/** Which failures bury a record, and which are not the record's. */
class DefectBurialTest {

    private static final byte[] BYTES = {1, 2, 3};

    private final DefectBurial handler = new DefectBurial();

    @BeforeEach
    void configure() {
        var registry = new InMemorySchemaRegistry();
        Topics.ALL.forEach(topic -> registry.register(topic.subject(), topic.schema()));
        var letters = new DeadLetters("enrich", "test", () -> Instant.EPOCH);
        handler.configure(
                Map.of(
                        DefectBurial.PARTS,
                        new EnrichParts(
                                registry,
                                Articles::copy,
                                ImageChecking.defaults(),
                                letters,
                                ClaimStore.none())));
    }

    @Test
    void aDefectOnARawRecordGivesALetterAndAnEntryInTheLedger() {
        var response = handler.handleError(raw(BYTES), null, new IllegalStateException("x"));

        assertThat(response.result()).isEqualTo(Result.RESUME);
        assertThat(response.deadLetterQueueRecords())
                .extracting(ProducerRecord::topic)
                .containsExactly(Topics.ENRICH_DEAD_LETTERS.name(), Topics.OUTCOMES.name());
    }

    @Test
    void bytesThatAreGoneStillLeaveALetterOfWhereTheyLay() {
        assertThat(handler.handleError(raw(null), null, new NullPointerException()).result())
                .isEqualTo(Result.RESUME);
    }

    @Test
    void aValueThatCannotBeWrittenIsADefectToo() {
        assertThat(handler.handleError(raw(BYTES), null, new SerializationException("x")).result())
                .isEqualTo(Result.RESUME);
    }

    @Test
    void whatTheWorldDoesEndsTheThread() {
        var outage = new RegistryUnavailableException("no answer", null);
        var disk = new UncheckedIOException(new IOException("disk full"));

        assertThat(result(outage)).isEqualTo(Result.FAIL);
        assertThat(result(disk)).isEqualTo(Result.FAIL);
        assertThat(result(new TopicAuthorizationException("no"))).isEqualTo(Result.FAIL);
        assertThat(result(new ProcessorStateException("rocks"))).isEqualTo(Result.FAIL);
    }

    @Test
    void aPunctuationHasNoRecordToBury() {
        var response =
                handler.handleError(
                        new Place(null, -1, null), null, new IllegalStateException("x"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    @Test
    void unconfiguredItBuriesNothing() {
        var response =
                new DefectBurial().handleError(raw(BYTES), null, new IllegalStateException("x"));

        assertThat(response.result()).isEqualTo(Result.FAIL);
    }

    private Result result(Exception exception) {
        return handler.handleError(raw(BYTES), null, exception).result();
    }

    private static Place raw(byte @Nullable [] value) {
        return new Place(Topics.RAW.name(), 7, value);
    }

    /** Where Streams says it was. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Place(@Nullable String topic, long offset, byte @Nullable [] sourceRawValue)
            implements ErrorHandlerContext {

        @Override
        public int partition() {
            return 0;
        }

        @Override
        public Headers headers() {
            return new RecordHeaders();
        }

        @Override
        public String processorNodeId() {
            return "articles";
        }

        @Override
        public TaskId taskId() {
            return new TaskId(0, 0);
        }

        @Override
        public long timestamp() {
            return 0;
        }

        @Override
        public byte @Nullable [] sourceRawKey() {
            return null;
        }
    }
}
