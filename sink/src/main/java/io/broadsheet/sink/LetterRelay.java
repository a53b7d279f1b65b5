package io.broadsheet.sink;

import io.broadsheet.sink.store.ArticleStore;
import io.broadsheet.sink.store.OutboxResult;
import io.broadsheet.sink.store.Unavailable;
import io.broadsheet.v1.DeadLetter;

import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.function.Supplier;

/**
 * Publishes the dead letters of this sink. The table is the truth and the topic follows: a letter
 * is marked after the broker has it, so a crash between the two repeats it under the same key, its
 * id. Never waits: what is sent is looked at again in a later turn.
 */
final class LetterRelay implements AutoCloseable {

    private static final int LETTERS_IN_FLIGHT_MAX = 100;
    private static final Duration CLOSE_TIME_MAX = Duration.ofSeconds(5);

    private final ArticleStore store;
    private final Supplier<Producer<String, DeadLetter>> producers;
    private final List<Sent> inFlight = new ArrayList<>();
    private Optional<Producer<String, DeadLetter>> producer = Optional.empty();
    private boolean mayHaveLetters = true;

    /**
     * @param producers opens the producer, once there is a letter
     */
    LetterRelay(ArticleStore store, Supplier<Producer<String, DeadLetter>> producers) {
        this.store = store;
        this.producers = producers;
    }

    private record Sent(DeadLetter letter, Future<RecordMetadata> answer) {}

    /** Takes note that the store holds new letters of ours. */
    void lettersStored() {
        mayHaveLetters = true;
    }

    /**
     * Sends what waits, or marks what has arrived.
     *
     * @return what stands in the way, if anything does
     */
    Optional<Unavailable> turn() {
        if (!inFlight.isEmpty()) {
            return inFlight.stream().allMatch(sent -> sent.answer().isDone())
                    ? settle()
                    : Optional.empty();
        }
        return mayHaveLetters ? send() : Optional.empty();
    }

    /** Waits a little for what is in flight. What does not arrive is sent by the next relay. */
    @Override
    public void close() {
        producer.ifPresent(open -> open.close(CLOSE_TIME_MAX));
        settle();
    }

    /** Whether the store answers. */
    Optional<Unavailable> askStore() {
        return switch (store.lettersToRelay(1)) {
            case Unavailable obstacle -> Optional.of(obstacle);
            case OutboxResult.Letters _ -> Optional.empty();
        };
    }

    private Optional<Unavailable> send() {
        return switch (store.lettersToRelay(LETTERS_IN_FLIGHT_MAX)) {
            case Unavailable obstacle -> Optional.of(obstacle);
            case OutboxResult.Letters(var letters) -> {
                mayHaveLetters = !letters.isEmpty();
                yield letters.isEmpty() ? Optional.empty() : send(letters);
            }
        };
    }

    private Optional<Unavailable> send(List<DeadLetter> letters) {
        try {
            for (DeadLetter letter : letters) {
                inFlight.add(new Sent(letter, open().send(recordOf(letter))));
            }
            return Optional.empty();
        } catch (KafkaException e) {
            return Optional.of(new Unavailable("dead letter topic: " + e.getMessage()));
        }
    }

    /** Marks those that have arrived; the others stay in the store and are sent again. */
    private Optional<Unavailable> settle() {
        List<DeadLetter> arrived =
                inFlight.stream()
                        .filter(sent -> sent.answer().state() == Future.State.SUCCESS)
                        .map(Sent::letter)
                        .toList();
        Optional<Unavailable> failed =
                inFlight.stream()
                        .filter(sent -> sent.answer().state() == Future.State.FAILED)
                        .findFirst()
                        .map(sent ->
                                new Unavailable(
                                        "dead letter topic: " + sent.answer().exceptionNow()));
        inFlight.clear();
        Optional<Unavailable> unmarked =
                arrived.isEmpty() ? Optional.empty() : store.relayed(arrived);
        return unmarked.or(() -> failed);
    }

    private Producer<String, DeadLetter> open() {
        if (producer.isEmpty()) {
            producer = Optional.of(producers.get());
        }
        return producer.get();
    }

    private ProducerRecord<String, DeadLetter> recordOf(DeadLetter letter) {
        return new ProducerRecord<>(
                store.kind().deadLetters().name(), letter.getDeadLetterId(), letter);
    }
}
