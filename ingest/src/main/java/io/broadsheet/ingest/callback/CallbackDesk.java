package io.broadsheet.ingest.callback;

import io.broadsheet.ingest.callback.CallbackMeters.Outcome;
import io.broadsheet.ingest.poll.hub.Unguessable;
import io.broadsheet.v1.FetchReason;
import io.broadsheet.v1.FetchRequest;
import io.broadsheet.v1.SubscriptionState;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.Function;

/**
 * Answers hubs. What a hub says is given to the one who has the feed's host, and the hub is told
 * yes only once that is safe on Kafka. May be used by many threads.
 */
final class CallbackDesk {

    private static final int DETAIL_CHARS_MAX = 300;
    private static final Duration CATCH_UP_MAX = Duration.ofSeconds(3);

    private final SubscriptionBook book;
    private final StateReader reader;
    private final Tellers tellers;
    private final Duration lease;
    private final InstantSource clock;

    /**
     * @param book what we know
     * @param reader keeps the book
     * @param tellers hand on what was said
     * @param lease what a hub promises that does not say how long
     */
    CallbackDesk(
            SubscriptionBook book,
            StateReader reader,
            Tellers tellers,
            Duration lease,
            InstantSource clock) {
        this.book = book;
        this.reader = reader;
        this.tellers = tellers;
        this.lease = lease;
        this.clock = clock;
    }

    /** A hub asks whether we want what it was asked for, or says that it will not. */
    Reply answer(String callback, HubQuestion question) throws InterruptedException {
        return judged(callback, known -> judge(known, question), Outcome.REFUSED);
    }

    /**
     * A hub sends something.
     *
     * @param delivery read only if the callback is one of ours
     */
    Reply take(String callback, Delivery delivery) throws InterruptedException {
        return judged(callback, known -> taken(known, delivery), Outcome.UNKNOWN);
    }

    /** What a hub sends, not read yet. */
    interface Delivery {

        /** How it proves to be from the hub, if it does. */
        Optional<String> signature();

        /** Its type as it came, if it did. */
        Optional<String> contentType();

        /** Its bytes; empty if they are more than a feed may have. */
        Optional<byte[]> body();
    }

    /** Nothing is refused by what we knew a moment ago: the wish may have been written since. */
    private Reply judged(
            String callback, Function<Subscribed, Optional<Reply>> judge, Outcome refused)
            throws InterruptedException {
        if (!Unguessable.looksLike(callback)) {
            return new Reply.NotOurs(refused);
        }
        Optional<Reply> reply = book.find(callback).flatMap(judge);
        if (reply.isPresent()) {
            return reply.get();
        }
        if (!reader.awaitLatest(CATCH_UP_MAX)) {
            return new Reply.Later(Outcome.UNAVAILABLE);
        }
        return book.find(callback).flatMap(judge).orElseGet(() -> new Reply.NotOurs(refused));
    }

    /** Empty if we do not wish for that. */
    private Optional<Reply> judge(Subscribed known, HubQuestion question) {
        boolean leaving = known.subscription().getState() == SubscriptionState.LEAVING;
        if (!known.subscription().getTopic().equals(question.topic())) {
            return Optional.empty();
        }
        return switch (question.mode()) {
            case "subscribe" -> leaving ? Optional.empty() : confirmed(known, question);
            case "unsubscribe" -> leaving ? left(known, question) : Optional.empty();
            case "denied" -> Optional.of(denied(known, question));
            default -> Optional.empty();
        };
    }

    private Optional<Reply> confirmed(Subscribed known, HubQuestion question) {
        Optional<Duration> promised = question.lease(lease);
        Optional<String> challenge = question.safeChallenge();
        if (promised.isEmpty() || challenge.isEmpty()) {
            return Optional.empty();
        }
        FetchRequest.Builder said =
                said(known, FetchReason.CONFIRMED).setHubLeaseUntil(now().plus(promised.get()));
        return Optional.of(told(known, said, new Reply.Echo(Outcome.CONFIRMED, challenge.get())));
    }

    private Optional<Reply> left(Subscribed known, HubQuestion question) {
        return question.safeChallenge()
                .map(challenge ->
                        told(
                                known,
                                said(known, FetchReason.LEFT),
                                new Reply.Echo(Outcome.LEFT, challenge)));
    }

    private Reply denied(Subscribed known, HubQuestion question) {
        String reason = question.reason().orElse("");
        String cut = reason.substring(0, Math.min(reason.length(), DETAIL_CHARS_MAX));
        return told(
                known,
                said(known, FetchReason.DENIED).setDetail(cut),
                new Reply.Noted(Outcome.DENIED));
    }

    /** What cannot prove that it is from the hub is ignored; the hub is not told. */
    private Optional<Reply> taken(Subscribed known, Delivery delivery) {
        if (known.subscription().getState() == SubscriptionState.LEAVING) {
            return Optional.empty();
        }
        if (delivery.signature().isEmpty()) {
            return Optional.of(new Reply.Noted(Outcome.UNSIGNED));
        }
        String signature = delivery.signature().get();
        return Optional.of(
                delivery.body()
                        .map(body ->
                                HubSignature.proves(
                                                signature, known.subscription().getSecret(), body)
                                        ? told(known, body, delivery.contentType())
                                        : new Reply.Noted(Outcome.FORGED))
                        .orElseGet(() -> new Reply.TooLarge(Outcome.TOO_LARGE)));
    }

    private Reply told(Subscribed known, byte[] body, Optional<String> contentType) {
        FetchRequest.Builder said = said(known, FetchReason.PUSHED);
        if (!Tellers.fits(body.length)) {
            return told(known, said, new Reply.Noted(Outcome.FETCHED));
        }
        said.setBody(ByteBuffer.wrap(body)).setContentType(contentType.orElse(null));
        return told(known, said, new Reply.Noted(Outcome.TAKEN));
    }

    private Reply told(Subscribed known, FetchRequest.Builder said, Reply then) {
        return tellers.tell(known.host(), said.build())
                ? then
                : new Reply.Later(Outcome.UNAVAILABLE);
    }

    private FetchRequest.Builder said(Subscribed known, FetchReason reason) {
        return FetchRequest.newBuilder()
                .setSourceId(known.sourceId())
                .setReason(reason)
                .setRequestedAt(now())
                .setCallback(known.subscription().getCallback());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }
}
