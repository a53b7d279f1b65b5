package io.broadsheet.enrich.image.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;
import java.util.Random;

/** A host whose clock is not ours. */
class StartWindowTest {

    private static final long MILLI = Duration.ofMillis(1).toNanos();
    private static final long SECOND = Duration.ofSeconds(1).toNanos();
    private static final int PER_SECOND = 5;

    private final StartWindow window = new StartWindow(PER_SECOND);
    private final PriorityQueue<Answer> answers = new PriorityQueue<>();

    /** On its way back. */
    private record Answer(long atNanos, StartWindow.Start to) implements Comparable<Answer> {

        @Override
        public int compareTo(Answer other) {
            return Long.compare(atNanos, other.atNanos);
        }
    }

    @Test
    void noSecondOfTheHostHoldsMoreThanItAllows() {
        Random random = new Random(7);
        List<Long> arrivals = new ArrayList<>();
        long now = 0;
        for (int i = 0; i < 2_000; i++) {
            now = whenOpen(now);
            // A cold process at first; later some are lost and sent again by the network.
            long late = i == 0 || random.nextInt(10) == 0 ? random.nextLong(200 * MILLI) : 0;
            long arrival = now + 20 * MILLI + late;
            arrivals.add(arrival);
            StartWindow.Start start = window.started(now, () -> {});
            start.left(now);
            answers.add(new Answer(arrival + 30 * MILLI, start));
        }

        Collections.sort(arrivals);
        for (int i = PER_SECOND; i < arrivals.size(); i++) {
            assertThat(arrivals.get(i) - arrivals.get(i - PER_SECOND))
                    .isGreaterThanOrEqualTo(SECOND);
        }
    }

    @Test
    void anEvenDelayCostsNothing() {
        long now = 0;
        for (int i = 0; i < 1_000; i++) {
            now = whenOpen(now);
            StartWindow.Start start = window.started(now, () -> {});
            start.left(now);
            answers.add(new Answer(now + 300 * MILLI, start));
        }

        assertThat(whenOpen(now)).isEqualTo(1_000 / PER_SECOND * SECOND);
    }

    @Test
    void anAnswerThatNeverComesHoldsTheOthersUpForAFifthOfASecond() {
        for (int i = 0; i < 2 * PER_SECOND; i++) {
            StartWindow.Start start = window.started(i * SECOND, () -> {});
            start.left(i * SECOND);
            start.answered(i * SECOND + MILLI);
        }
        long then = 100 * SECOND;
        assertThat(window.restNanos(then)).isZero();
        for (int i = 0; i < PER_SECOND; i++) {
            window.started(then, () -> {}).left(then);
        }

        assertThat(whenOpen(then)).isEqualTo(then + SECOND + 200 * MILLI);
    }

    /** From when on another may start, while answers come in. */
    private long whenOpen(long now) {
        long at = now;
        long rest = rest(at);
        while (rest > 0) {
            at += rest;
            rest = rest(at);
        }
        return at;
    }

    private long rest(long now) {
        while (!answers.isEmpty() && answers.peek().atNanos() <= now) {
            Answer answer = answers.remove();
            answer.to().answered(answer.atNanos());
        }
        return window.restNanos(now);
    }
}
