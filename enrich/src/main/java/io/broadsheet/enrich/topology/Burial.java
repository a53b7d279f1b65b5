package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.state.v1.PendingArticle;
import io.broadsheet.v1.ArticleOutcome;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.OutcomeKind;
import io.broadsheet.v1.RawArticle;

import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * Buries source records: the envelope of CONTRACT section 6, beside it the headers of KIP-1034,
 * which generic tools know, and for a raw record its entry in the ledger.
 *
 * @param letters who buries
 * @param claims where payloads go that are too large for a letter
 * @param codecs of the dead letters and the ledger
 * @param watch counts them
 */
record Burial(DeadLetters letters, ClaimStore claims, Codecs codecs, EnrichWatch watch) {

    private static final String ERRORS = "__streams.errors.";

    /** A longer key stays in the envelope only. */
    private static final int KEY_CHARS_MAX = 1_024;

    /** With keys and headers of these bounds, and payloads as they are, a letter fits its topic. */
    private static final int KEY_BYTES_MAX = 1024 * 1024;

    private static final int HEADER_BYTES_MAX = 64 * 1024;

    /**
     * What is to be sent.
     *
     * @param stage where the failure is
     * @param rejection what it is
     * @param source the record that is buried
     * @param details adds to the letter what else is known
     * @throws UncheckedIOException if the payload is large and cannot be kept now
     */
    Outbox bury(
            FailureStage stage,
            Rejection rejection,
            SourceRecord source,
            UnaryOperator<DeadLetter.Builder> details) {
        DeadLetter letter = details.apply(open(stage, rejection, source)).build();
        Outbox outbox = new Outbox();
        outbox.add(codecs.deadLetters(), keyOf(letter, source), letter, headers(letter, source));
        outbox.whenSent(() -> watch.stage().letter(letter));
        if (isAccountedFor(source)) {
            Ledger.add(outbox, this, source, buried(letter, source));
        }
        return outbox;
    }

    /**
     * What is to be sent about an article that can wait for its images no longer, and not go on
     * either. No record is to blame: the letter has the version that waits, as it lies on its
     * topic, and the ledger, which has the article, no entry.
     */
    Outbox ofWaiting(String articleId, PendingArticle waiting, RuntimeException thrown) {
        DeadLetter letter =
                DeadLetter.newBuilder(
                                letters.ofDocument(
                                        FailureStage.ENRICH_PROCESS,
                                        Rejection.defect("images of a waiting article", thrown),
                                        "",
                                        "",
                                        Optional.of(payload(KeptVersion.bytes(waiting)))))
                        .setArticleId(articleId)
                        .setSourceId(null)
                        .setUrl(null)
                        .build();
        Outbox outbox = new Outbox();
        var event = CloudEventHeaders.of(letter).withPartitionKey(articleId);
        Headers headers = new RecordHeaders();
        event.addTo(headers);
        outbox.add(codecs.deadLetters(), articleId, letter, headers);
        outbox.whenSent(() -> watch.stage().letter(letter));
        return outbox;
    }

    /**
     * The timestamp of what is sent, in milliseconds since 1970: that of the raw record, else,
     * where the record's own time is not known, the time it is now.
     */
    long timestampFor(SourceRecord source) {
        return isAccountedFor(source) ? source.timestamp() : letters.clock().millis();
    }

    /** Whether the ledger says what becomes of it. */
    private static boolean isAccountedFor(SourceRecord source) {
        return source.isOf(Topics.RAW) || source.isOf(Topics.REPROCESS);
    }

    /** What a decoded article tells about itself. */
    static UnaryOperator<DeadLetter.Builder> of(RawArticle article) {
        return letter ->
                letter.setArticleId(article.getArticleId())
                        .setSourceId(article.getSource().getSourceId())
                        .setUrl(article.getFetch().getRequestUrl());
    }

    private DeadLetter.Builder open(FailureStage stage, Rejection rejection, SourceRecord source) {
        byte[] key = source.key();
        var original =
                new DeadLetters.Original(
                        key == null || key.length > KEY_BYTES_MAX ? null : key,
                        payload(source),
                        bounded(source.headers()),
                        source.timestamp());
        return DeadLetter.newBuilder(letters.ofRecord(stage, rejection, source.ref(), original))
                .setArticleId(shortKey(source).orElse(null))
                .setReplayCount(
                        source.header(CloudEventHeaders.REPLAY_COUNT).map(Burial::count).orElse(0));
    }

    private static ArticleOutcome buried(DeadLetter letter, SourceRecord source) {
        return Ledger.entry(OutcomeKind.BURIED, source, letter.getFailedAt())
                .setArticleId(
                        Objects.requireNonNullElse(letter.getArticleId(), letter.getDeadLetterId()))
                .setSourceId(Objects.requireNonNullElse(letter.getSourceId(), ""))
                .setDeadLetterId(letter.getDeadLetterId())
                .build();
    }

    /** The key of the original, or the letter's own id if that has none. */
    private static String keyOf(DeadLetter letter, SourceRecord source) {
        return shortKey(source).orElse(letter.getDeadLetterId());
    }

    private static Headers headers(DeadLetter letter, SourceRecord source) {
        var event = CloudEventHeaders.of(letter).withPartitionKey(keyOf(letter, source));
        Headers headers = TraceHeaders.of(source).with(event);
        String exception = Objects.requireNonNullElse(letter.getExceptionClass(), letter.getCode());
        add(headers, "topic", source.ref().getTopic());
        add(headers, "partition", Integer.toString(source.ref().getPartition()));
        add(headers, "offset", Long.toString(source.ref().getOffset()));
        add(headers, "exception", exception);
        add(headers, "message", letter.getMessage());
        return headers;
    }

    private Optional<Payload> payload(SourceRecord source) {
        return Optional.ofNullable(source.value()).map(this::payload);
    }

    private Payload payload(byte[] value) {
        try {
            return Payload.of(value, claims);
        } catch (IOException e) {
            throw new UncheckedIOException("the payload of a dead letter cannot be kept", e);
        }
    }

    private static Optional<String> shortKey(SourceRecord source) {
        return source.keyText().filter(key -> key.length() <= KEY_CHARS_MAX);
    }

    /** The first headers, as many as fit the bound. */
    private static Headers bounded(Headers headers) {
        Headers kept = new RecordHeaders();
        long bytes = 0;
        for (Header header : headers) {
            byte[] value = header.value();
            bytes += header.key().length() + (value == null ? 0 : value.length);
            if (bytes > HEADER_BYTES_MAX) {
                return kept;
            }
            kept.add(header);
        }
        return kept;
    }

    /** A count as another program wrote it; what is no count is none. */
    private static int count(String text) {
        return text.matches("\\d{1,6}") ? Integer.parseInt(text) : 0;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(ERRORS + name, value.getBytes(StandardCharsets.UTF_8));
    }
}
