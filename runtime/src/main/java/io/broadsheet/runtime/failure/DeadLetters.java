package io.broadsheet.runtime.failure;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.HeaderEntry;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes dead letters. The id of a letter depends on stage and origin alone, so that one cause is
 * one letter, however often it is met. What was thrown is in the letter and in the log.
 *
 * @param application which service buries
 * @param version of that service
 * @param clock for {@code failedAt}
 */
public record DeadLetters(String application, String version, InstantSource clock) {

    private static final Logger LOG = LoggerFactory.getLogger(DeadLetters.class);
    private static final int STACK_CHARS_MAX = 8 * 1024;

    static {
        ContractClasses.trust();
    }

    /**
     * A document that never became a record.
     *
     * @param sourceId the source it was offered under
     * @param url of the document
     * @param payload its bytes; empty if they cannot be had
     */
    public DeadLetter ofDocument(
            FailureStage stage,
            Rejection rejection,
            String sourceId,
            String url,
            Optional<Payload> payload) {
        String digest = payload.map(Payload::digest).orElse("");
        String id = Sha256.id("v1\n" + stage + "\n" + sourceId + "\n" + url + "\n" + digest);
        DeadLetter.Builder letter = begin(id, stage, rejection).setSourceId(sourceId).setUrl(url);
        payload.ifPresent(p -> attach(letter, p));
        return letter.build();
    }

    /**
     * A record that a service could not process.
     *
     * @param ref where the record is
     * @param original the record's key and headers, and its bytes
     */
    public DeadLetter ofRecord(
            FailureStage stage, Rejection rejection, RecordRef ref, Original original) {
        String place = ref.getTopic() + "-" + ref.getPartition() + "@" + ref.getOffset();
        DeadLetter.Builder letter =
                begin(Sha256.id("v1\n" + stage + "\n" + place), stage, rejection)
                        .setOrigin(ref)
                        .setOriginalTimestamp(original.timestamp())
                        .setOriginalHeaders(entries(original.headers()));
        if (original.key() != null) {
            letter.setOriginalKey(ByteBuffer.wrap(original.key()));
        }
        original.payload().ifPresent(p -> attach(letter, p));
        return letter.build();
    }

    /**
     * A record as it lay on its topic.
     *
     * @param key its bytes, null if it had none
     * @param payload the bytes of its value; empty if it had none or they are gone
     * @param headers all of them, in order
     * @param timestamp of the record, in milliseconds since 1970
     */
    @SuppressWarnings("ArrayRecordComponent") // read once, compared by nobody
    public record Original(
            byte @Nullable [] key, Optional<Payload> payload, Headers headers, long timestamp) {}

    private DeadLetter.Builder begin(String id, FailureStage stage, Rejection rejection) {
        DeadLetter.Builder letter = DeadLetter.newBuilder();
        rejection
                .cause()
                .ifPresent(thrown -> {
                    LOG.atError()
                            .addKeyValue("deadLetterId", id)
                            .addKeyValue("stage", stage)
                            .setCause(thrown)
                            .log("buried for a defect");
                    letter.setExceptionClass(thrown.getClass().getName())
                            .setStackTrace(stackTrace(thrown));
                });
        return letter.setDeadLetterId(id)
                .setStage(stage)
                .setReason(rejection.code().reason())
                .setCode(rejection.code().name())
                .setRetryable(rejection.code().retryable())
                .setMessage(rejection.message())
                .setApplication(application)
                .setApplicationVersion(version)
                .setFailedAt(clock.instant());
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return SafeText.cut(text.toString(), STACK_CHARS_MAX);
    }

    private static void attach(DeadLetter.Builder letter, Payload payload) {
        payload.inline().ifPresent(letter::setOriginalValue);
        payload.claim().ifPresent(letter::setPayloadRef);
        letter.setPayloadDigest(payload.digest());
    }

    private static List<HeaderEntry> entries(Headers headers) {
        List<HeaderEntry> entries = new ArrayList<>();
        for (Header header : headers) {
            byte[] value = header.value();
            entries.add(
                    HeaderEntry.newBuilder()
                            .setKey(header.key())
                            .setValue(value == null ? null : ByteBuffer.wrap(value))
                            .build());
        }
        return entries;
    }
}
