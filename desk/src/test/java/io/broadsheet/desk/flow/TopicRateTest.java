package io.broadsheet.desk.flow;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.time.Instant;

/** Rates from end offsets. */
class TopicRateTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final TopicRate rate = new TopicRate();

    @Test
    void oneSampleTellsNoRate() {
        rate.add(START, 5);

        assertThat(rate.now()).isEmpty();
        assertThat(rate.day()).isEmpty();
        assertThat(rate.sparks()).containsExactly(0L);
    }

    @Test
    void theRateNowForgetsWhatWasAMinuteAgo() {
        for (int second = 0; second <= 120; second += 5) {
            rate.add(START.plusSeconds(second), second < 60 ? second * 10L : 600);
        }

        assertThat(rate.now()).hasValue(0);
        assertThat(rate.day()).hasValue(5);
    }

    @Test
    void eachMinuteIsASparkAndAtMostSixtyAreShown() {
        for (int minute = 0; minute <= 200; minute++) {
            rate.add(START.plusSeconds(60L * minute), 7L * minute);
        }

        assertThat(rate.sparks()).hasSize(60);
        assertThat(rate.sparks().subList(0, 59)).containsOnly(7L);
    }
}
