package io.broadsheet.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureReason;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/** Letters keep the bytes, and one cause is one letter. */
class DeadLettersTest {

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");
    private static final Rejection REJECTION =
            new Rejection(FailureCode.PARSE_YAML, "line 2, column 3: no idea");
    private final DeadLetters letters =
            new DeadLetters("ingest", "0.1.0", InstantSource.fixed(NOW));

    @Test
    void aLetterHoldsTheBytesUntouched() throws IOException {
        byte[] bytes = {0, -1, 13, 10};

        DeadLetter letter = ofDocument(bytes);

        assertThat(letter.getOriginalValue()).isEqualTo(ByteBuffer.wrap(bytes));
        assertThat(letter.getReason()).isEqualTo(FailureReason.MALFORMED_PAYLOAD);
        assertThat(letter.getMessage()).isEqualTo("PARSE_YAML: line 2, column 3: no idea");
        assertThat(letter.getFailedAt()).isEqualTo(NOW);
    }

    @Test
    void whatADefectThrewIsInItsLetter() {
        var thrown = new IllegalStateException("no such step");

        DeadLetter letter =
                letters.ofDocument(
                        FailureStage.INGEST_PARSE,
                        Rejection.defect("parse", thrown),
                        "s",
                        "file:a",
                        Optional.empty());

        assertThat(letter.getMessage())
                .isEqualTo("DEFECT: parse: java.lang.IllegalStateException: no such step");
        assertThat(letter.getExceptionClass()).isEqualTo("java.lang.IllegalStateException");
        assertThat(letter.getStackTrace()).contains("DeadLettersTest");
    }

    @Test
    void theSameCauseGivesTheSameLetterAndOtherBytesAnother() throws IOException {
        assertThat(ofDocument(new byte[] {1}).getDeadLetterId())
                .isEqualTo(ofDocument(new byte[] {1}).getDeadLetterId())
                .isNotEqualTo(ofDocument(new byte[] {2}).getDeadLetterId());
    }

    @Test
    void bytesOverTheLimitAreKeptByReference() throws IOException {
        DeadLetter letter = ofDocument(new byte[Payload.INLINE_BYTES_MAX + 1]);

        assertThat(letter.getOriginalValue()).isNull();
        assertThat(letter.getPayloadRef()).isEqualTo("claim:" + letter.getPayloadDigest());
    }

    @Test
    void aRecordKeepsItsKeyHeadersAndPlace() throws IOException {
        var headers = new RecordHeaders().add("ce_id", "a1".getBytes(StandardCharsets.UTF_8));
        Payload payload = Payload.of(new byte[] {9}, ClaimStore.none());
        var original = new DeadLetters.Original(new byte[] {7}, Optional.of(payload), headers, 42L);

        DeadLetter letter =
                letters.ofRecord(
                        FailureStage.ENRICH_PROCESS,
                        REJECTION,
                        new RecordRef("news.articles.raw.v1", 2, 5L),
                        original);

        assertThat(letter.getOrigin().getOffset()).isEqualTo(5);
        assertThat(letter.getOriginalKey()).isEqualTo(ByteBuffer.wrap(new byte[] {7}));
        assertThat(letter.getOriginalHeaders()).hasSize(1);
        assertThat(letter.getOriginalTimestamp()).isEqualTo(42);
    }

    @Test
    void aMessageIsOneBoundedLineWithoutControlCharacters() {
        var rejection = new Rejection(FailureCode.PARSE_YAML, "a\r\n\u001b[31m" + "x".repeat(5000));

        assertThat(rejection.message())
                .hasSize(1024)
                .startsWith("PARSE_YAML: a\\u000d\\u000a\\u001b");
    }

    private DeadLetter ofDocument(byte[] bytes) throws IOException {
        return letters.ofDocument(
                FailureStage.INGEST_PARSE,
                REJECTION,
                "source",
                "file:///a.md",
                Optional.of(Payload.of(bytes, ClaimStore.none())));
    }
}
