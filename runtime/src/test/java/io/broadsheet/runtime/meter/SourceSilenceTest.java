package io.broadsheet.runtime.meter;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;

/** Who is silent is silent by his own measure. */
class SourceSilenceTest {

    private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final SourceSilence silence = new SourceSilence(meters, "ingest");

    @Test
    void aSourceThatSpeaksEveryHourIsSilentAfterHalfADayAndOneThatSpeaksEachDayIsNot() {
        speaks("hourly", Duration.ofHours(1));
        speaks("daily", Duration.ofDays(1));
        Instant last = START.plus(Duration.ofDays(10));

        silence.look(last.plus(Duration.ofHours(7)));
        assertThat(silent()).isZero();

        silence.look(last.plus(Duration.ofHours(12)));
        assertThat(silent()).isEqualTo(1);

        silence.heard("hourly", last.plus(Duration.ofHours(12)));
        silence.look(last.plus(Duration.ofHours(12)));
        assertThat(silent()).isZero();
        assertThat(since("hourly")).isZero();
        assertThat(since("daily")).isEqualTo((double) Duration.ofHours(12).toSeconds());
    }

    @Test
    void aSourceThatSpokeOnceMaySpeakAgainWheneverItLikes() {
        silence.heard("once", START);

        silence.look(START.plus(Duration.ofDays(100)));

        assertThat(silent()).isZero();
    }

    @Test
    void manyArticlesOfOneDocumentAreOneWord() {
        for (int word = 0; word < 5; word++) {
            for (int article = 0; article < 100; article++) {
                silence.heard("feed", START.plus(Duration.ofDays(word)).plusMillis(article));
            }
        }

        silence.look(START.plus(Duration.ofDays(8)));

        assertThat(silent()).isZero();
    }

    @Test
    void aSourceThatNeverPausesIsSilentOnceItDoes() {
        Instant end = START.plus(Duration.ofDays(1));
        for (Instant at = START; !at.isAfter(end); at = at.plusSeconds(20)) {
            silence.heard("endless", at);
        }

        silence.look(end.plus(Duration.ofMinutes(50)));
        assertThat(silent()).isZero();

        silence.look(end.plus(Duration.ofHours(2)));
        assertThat(silent()).isEqualTo(1);
    }

    @Test
    void whoSpeaksForAQuarterOfAnHourEachDayIsNotSilentUntilTheNext() {
        for (int day = 0; day < 5; day++) {
            for (int second = 0; second < 900; second += 5) {
                silence.heard("daily", START.plus(Duration.ofDays(day)).plusSeconds(second));
            }
        }

        silence.look(START.plus(Duration.ofDays(5)));

        assertThat(silent()).isZero();
    }

    private void speaks(String source, Duration every) {
        Instant end = START.plus(Duration.ofDays(10));
        for (Instant at = START; !at.isAfter(end); at = at.plus(every)) {
            silence.heard(source, at);
        }
    }

    private double silent() {
        return meters.get("broadsheet.sources.silent").gauge().value();
    }

    private double since(String source) {
        return meters.get("broadsheet.source.silence").tag("source", source).gauge().value();
    }
}
