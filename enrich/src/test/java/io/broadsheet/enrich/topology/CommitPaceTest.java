package io.broadsheet.enrich.topology;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** A transaction ends soon where somebody waits for it. */
class CommitPaceTest {

    private static final long NOW = 1_770_000_000_000L;

    private final MockProcessorContext<Void, Void> context = new MockProcessorContext<>();
    private CommitPace pace;

    @BeforeEach
    void begin() {
        context.setCurrentSystemTimeMs(NOW);
        pace = CommitPace.of(context, Duration.ofMillis(100));
    }

    @Test
    void allTasksLookAtTheSameMomentsAsOftenAsTheyAreTold() {
        var punctuator = context.scheduledPunctuators().getFirst();

        assertThat(punctuator.getStartTime()).isEqualTo(Instant.EPOCH);
        assertThat(punctuator.getInterval()).isEqualTo(Duration.ofMillis(100));
        assertThat(punctuator.getType()).isEqualTo(PunctuationType.WALL_CLOCK_TIME);
    }

    @Test
    void whereNothingCameNothingEnds() {
        assertThat(endsNow()).isFalse();
    }

    @Test
    void whatComesAsItIsWrittenEndsItsTransactionOnce() {
        pace.take(NOW - 3_000);

        assertThat(endsNow()).isTrue();
        assertThat(endsNow()).isFalse();
    }

    @Test
    void aBacklogLeavesTheTransactionOpenAlsoForTheFewThatAreNew() {
        pace.take(NOW - 3_001);
        pace.take(NOW);

        assertThat(endsNow()).isFalse();
    }

    @Test
    void theLastOfABacklogEndsOnceNothingMoreComes() {
        pace.take(NOW - 60_000);

        assertThat(endsNow()).isFalse();
        assertThat(endsNow()).isTrue();
        assertThat(endsNow()).isFalse();
    }

    @Test
    void whileAnotherTaskOfTheThreadWorksTheBacklogIsNotOver() {
        CommitPace another = CommitPace.of(context, Duration.ofMillis(100));
        pace.take(NOW - 60_000);
        endsNow();

        another.take(NOW - 60_000);

        assertThat(endsNow()).isFalse();
        assertThat(endsNow()).isTrue();
    }

    @Test
    void afterTheBacklogTransactionsEndAsBefore() {
        pace.take(NOW - 60_000);
        endsNow();

        pace.take(NOW);

        assertThat(endsNow()).isTrue();
    }

    @Test
    void aTimeThatSaysNothingIsNoBacklog() {
        pace.take(0);

        assertThat(endsNow()).isTrue();
    }

    @Test
    void zeroIsAsSoonAsStreamsCan() {
        CommitPace.of(context, Duration.ZERO);

        assertThat(context.scheduledPunctuators().getLast().getInterval())
                .isEqualTo(Duration.ofMillis(1));
    }

    private boolean endsNow() {
        context.resetCommit();
        context.scheduledPunctuators().getFirst().getPunctuator().punctuate(NOW);
        return context.committed();
    }
}
