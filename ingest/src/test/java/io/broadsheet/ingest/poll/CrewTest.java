package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Feed;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Whatever becomes of a visit, it ends, and the places it took are free again. */
class CrewTest {

    static {
        ContractClasses.trust();
    }

    private static final KnownFeed FEED = feed("daily");
    private static final KnownFeed NEIGHBOUR = feed("weekly");

    private final Crew crew =
            new Crew(new PollConfig.Load(10, 1, 1_000_000, Duration.ofSeconds(30)));

    @AfterEach
    void close() {
        crew.close();
    }

    static Stream<Throwable> whatBreaks() {
        return Stream.of(
                new IllegalStateException("made up"),
                new StackOverflowError(),
                new NoClassDefFoundError("made/Up"));
    }

    @ParameterizedTest
    @MethodSource("whatBreaks")
    void aVisitThatBreaksComesBackWithItsCause(Throwable thrown) {
        crew.send(
                FEED,
                Optional.empty(),
                () -> {
                    throw breaking(thrown);
                });

        assertThat(crew.hasRoomFor(FEED)).isFalse();
        assertThat(crew.hasRoomFor(NEIGHBOUR)).isFalse();
        assertThat(back())
                .singleElement()
                .satisfies(done -> {
                    assertThat(done.feed()).isEqualTo(FEED);
                    assertThat(done.outcome()).isEqualTo(new Crew.Outcome.Mishap(thrown));
                });
        assertThat(crew.away()).isZero();
        assertThat(crew.hasRoomFor(FEED)).isTrue();
        assertThat(crew.hasRoomFor(NEIGHBOUR)).isTrue();
    }

    @Test
    void aFeedWhoseVisitBrokeIsVisitedAgain() {
        crew.send(
                FEED,
                Optional.empty(),
                () -> {
                    throw new StackOverflowError();
                });
        back();
        var later = new IllegalStateException("the second visit");
        crew.send(
                FEED,
                Optional.empty(),
                () -> {
                    throw later;
                });

        assertThat(back())
                .extracting(Crew.Done::outcome)
                .containsExactly(new Crew.Outcome.Mishap(later));
    }

    private List<Crew.Done> back() {
        List<Crew.Done> back = new ArrayList<>();
        await().until(() -> {
            back.addAll(crew.back());
            return !back.isEmpty();
        });
        return back;
    }

    private static Exception breaking(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        return (Exception) thrown;
    }

    private static KnownFeed feed(String sourceId) {
        return KnownFeed.of(
                Feed.newBuilder()
                        .setSourceId(sourceId)
                        .setFeedUrl("https://news.example/" + sourceId)
                        .setAddedAt(Instant.EPOCH)
                        .setChangedAt(Instant.EPOCH)
                        .build(),
                null);
    }
}
