package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.service.Outgoing.Parcel;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.Payload;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.CloudEventHeaders;
import io.broadsheet.schemas.Topics;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.ImageCarrier;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageCheckResult;
import io.broadsheet.v1.RecordRef;

import org.apache.kafka.clients.consumer.ConsumerRecord;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What becomes of requests: an answer, with or without a new fact, or a dead letter. */
final class Answers {

    private final Outgoing outgoing;
    private final DeadLetters letters;
    private final StageMeters meters;

    Answers(Outgoing outgoing, DeadLetters letters, StageMeters meters) {
        this.outgoing = outgoing;
        this.letters = letters;
        this.meters = meters;
    }

    /**
     * Tells the world what is known now, and all who asked; then they are done.
     *
     * @param told articles that did not ask and should hear of it
     */
    void give(ImageCheck fact, List<Ticket> tickets, List<ImageCarrier> told)
            throws InterruptedException {
        List<Parcel<?>> parcels = new ArrayList<>();
        parcels.add(
                Parcel.of(
                        Topics.IMAGE_CHECKS, fact.getImageId(), fact, CloudEventHeaders.of(fact)));
        tickets.forEach(ticket -> parcels.add(answer(ticket, fact)));
        told.forEach(carrier -> parcels.add(news(carrier, fact)));
        outgoing.send(parcels, () -> tickets.forEach(ticket -> ticket.mark().done()));
    }

    private static Parcel<?> news(ImageCarrier carrier, ImageCheck fact) {
        ImageCheck check = ImageCheck.newBuilder(fact).setCarriers(List.of()).build();
        var result = new ImageCheckResult(carrier.getArticleId(), check);
        return Parcel.of(
                Topics.IMAGE_CHECK_RESULTS,
                carrier.getArticleId(),
                result,
                CloudEventHeaders.of(result));
    }

    /** Tells one who asked what was known before. */
    void repeat(ImageCheck known, Ticket ticket) throws InterruptedException {
        outgoing.send(List.of(answer(ticket, known)), ticket.mark()::done);
    }

    /** Under the id that was asked for, whatever the one is that we know the image by. */
    private static Parcel<?> answer(Ticket ticket, ImageCheck check) {
        String articleId = ticket.request().getArticleId();
        ImageCheck its =
                ImageCheck.newBuilder(check)
                        .setImageId(ticket.request().getImageId())
                        .setCarriers(List.of())
                        .build();
        var result = new ImageCheckResult(articleId, its);
        try (Segment segment = ticket.segment()) {
            segment.note(Segment.OUTCOME, check.getVerdict().name());
            return Parcel.of(
                    Topics.IMAGE_CHECK_RESULTS,
                    articleId,
                    result,
                    in(segment.context(), CloudEventHeaders.of(result)));
        }
    }

    private static CloudEventHeaders in(TraceContext place, CloudEventHeaders headers) {
        return headers.with(CloudEventHeaders.TRACEPARENT, place.traceparent().orElse(null))
                .with(CloudEventHeaders.TRACESTATE, place.tracestate().orElse(null));
    }

    /** Buries a request byte for byte; then it is done. */
    void bury(ConsumerRecord<byte[], byte[]> record, Mark mark, Rejection rejection)
            throws InterruptedException {
        DeadLetter letter =
                letters.ofRecord(
                        FailureStage.IMAGE_CHECK, rejection, ref(record), original(record));
        byte[] itsKey = record.key();
        byte[] key =
                itsKey == null ? letter.getDeadLetterId().getBytes(StandardCharsets.UTF_8) : itsKey;
        var headers =
                in(
                        TraceContext.of(record.headers()),
                        CloudEventHeaders.of(letter)
                                .withPartitionKey(new String(key, StandardCharsets.UTF_8)));
        outgoing.send(
                List.of(new Parcel<>(Topics.CHECK_IMAGES_DEAD_LETTERS, key, letter, headers)),
                () -> {
                    meters.letter(letter);
                    mark.done();
                });
    }

    private static RecordRef ref(ConsumerRecord<byte[], byte[]> record) {
        return new RecordRef(record.topic(), record.partition(), record.offset());
    }

    private static DeadLetters.Original original(ConsumerRecord<byte[], byte[]> record) {
        Optional<Payload> payload = Optional.ofNullable(record.value()).map(Answers::payload);
        return new DeadLetters.Original(
                record.key(), payload, record.headers(), record.timestamp());
    }

    /** The topic takes no record that is too large for a letter. */
    private static Payload payload(byte[] value) {
        try {
            return Payload.of(value, ClaimStore.none());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
