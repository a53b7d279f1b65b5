package io.broadsheet.runtime.meter;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.MultiGauge.Row;
import io.micrometer.core.instrument.Tags;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Which sources have said nothing for much longer than they use to: {@code
 * broadsheet_sources_silent} is their number, {@code broadsheet_source_silence_seconds} how long
 * each has said nothing, of as many sources as have series of their own. Safe for any number of
 * threads.
 */
public final class SourceSilence {

    /** Who speaks a hundred times as rarely as others is as silent only a hundred times as late. */
    private static final int USUAL_TIMES_MAX = 8;

    /** No pause of less is a silence, however fast a source is used to speak. */
    private static final Duration SILENCE_MIN = Duration.ofHours(1);

    /** What comes within this time is one word: a document brings many articles at once. */
    private static final Duration WORD = Duration.ofMinutes(1);

    /** Whoever goes on speaking for so long has paused for a word's time at least once. */
    private static final Duration SPEECH = Duration.ofHours(1);

    /** So much of the usual pause is the last one. */
    private static final double NEWEST_WEIGHT = 0.2;

    /** Before it has spoken so often, nobody knows what is usual for it. */
    private static final int PAUSES_MIN = 3;

    /** Sources that are remembered; some 100 bytes each. */
    private static final int SOURCES_MAX = 10_000;

    private final Map<String, Voice> voices = new TreeMap<>();
    private final MultiGauge pauses;
    private long silent;

    /**
     * @param registry may get its backends later
     * @param service as it is called in other metrics
     */
    public SourceSilence(MeterRegistry registry, String service) {
        Gauge.builder("broadsheet.sources.silent", this, SourceSilence::silent)
                .description("sources that have said nothing for far longer than usual")
                .tag("service", service)
                .register(registry);
        pauses =
                MultiGauge.builder("broadsheet.source.silence")
                        .description("time since the source said something new")
                        .baseUnit("seconds")
                        .tag("service", service)
                        .register(registry);
    }

    /**
     * When a source spoke, and how it uses to.
     *
     * @param last when it spoke last
     * @param counted when the last pause ended that was counted
     * @param usualSeconds between two words, a mean that forgets
     * @param pauses so many went into it
     */
    private record Voice(Instant last, Instant counted, double usualSeconds, int pauses) {

        static Voice begun(Instant at) {
            return new Voice(at, at, 0, 0);
        }

        Voice heard(Instant at) {
            double pause = Duration.between(last, at).toMillis() / 1000.0;
            if (pause >= WORD.toSeconds()) {
                return paused(at, pause);
            }
            if (Duration.between(counted, at).compareTo(SPEECH) >= 0) {
                return paused(at, (double) WORD.toSeconds());
            }
            return new Voice(last.isAfter(at) ? last : at, counted, usualSeconds, pauses);
        }

        private Voice paused(Instant at, double seconds) {
            double weight = Math.max(NEWEST_WEIGHT, 1.0 / (pauses + 1));
            double usual = usualSeconds + (seconds - usualSeconds) * weight;
            return new Voice(at, at, usual, pauses + 1);
        }

        boolean isSilent(Instant now) {
            double max = Math.max((double) SILENCE_MIN.toSeconds(), USUAL_TIMES_MAX * usualSeconds);
            return pauses >= PAUSES_MIN && Duration.between(last, now).toSeconds() > max;
        }
    }

    /** A source has said something new. */
    public synchronized void heard(String source, Instant at) {
        Voice before = voices.get(source);
        if (before != null) {
            voices.put(source, before.heard(at));
        } else if (voices.size() < SOURCES_MAX) {
            voices.put(source, Voice.begun(at));
        }
    }

    /** Tells how those are that were heard. */
    public synchronized void look(Instant now) {
        Map<String, Duration> since = new TreeMap<>();
        voices.forEach((source, voice) -> since.put(source, Duration.between(voice.last(), now)));
        tell(since, voices.values().stream().filter(voice -> voice.isSilent(now)).count());
    }

    /**
     * Tells what somebody else knows.
     *
     * @param since how long each source has said nothing
     * @param silentCount how many of them use to speak far more often
     */
    public synchronized void tell(Map<String, Duration> since, long silentCount) {
        silent = silentCount;
        List<Row<?>> rows = new ArrayList<>();
        since.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .limit(StageMeters.SOURCES_MAX)
                .forEach(entry ->
                        rows.add(
                                Row.of(
                                        Tags.of("source", entry.getKey()),
                                        entry.getValue().toMillis() / 1000.0)));
        pauses.register(rows, true);
    }

    private synchronized double silent() {
        return silent;
    }
}
