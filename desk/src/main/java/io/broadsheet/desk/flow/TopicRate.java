package io.broadsheet.desk.flow;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How fast a topic grows, by its end offsets: one sample every few seconds for two minutes, one a
 * minute for a day, so at most 1,500 samples. Markers of transactions count as records.
 */
final class TopicRate {

    private static final Duration NEAR = Duration.ofMinutes(2);
    private static final Duration FAR = Duration.ofDays(1);
    private static final Duration NOW = Duration.ofSeconds(30);
    private static final int SPARKS = 60;

    private record Sample(Instant at, long offset) {}

    private final Deque<Sample> near = new ArrayDeque<>();
    private final Deque<Sample> far = new ArrayDeque<>();

    void add(Instant at, long offset) {
        Sample sample = new Sample(at, offset);
        near.addLast(sample);
        trim(near, at.minus(NEAR));
        if (far.isEmpty() || !at.isBefore(far.getLast().at().plus(Duration.ofMinutes(1)))) {
            far.addLast(sample);
            trim(far, at.minus(FAR));
        }
    }

    private static void trim(Deque<Sample> samples, Instant from) {
        while (samples.getFirst().at().isBefore(from)) {
            samples.removeFirst();
        }
    }

    /** Records a second over the last half minute; empty before there are two samples. */
    OptionalDouble now() {
        Instant from = near.getLast().at().minus(NOW);
        return near.stream()
                .filter(sample -> !sample.at().isBefore(from))
                .findFirst()
                .map(first -> perSecond(first, near.getLast()))
                .orElse(OptionalDouble.empty());
    }

    /** Records a second over the last day, or as long as was looked. */
    OptionalDouble day() {
        return perSecond(far.getFirst(), near.getLast());
    }

    private static OptionalDouble perSecond(Sample first, Sample last) {
        double seconds = Duration.between(first.at(), last.at()).toMillis() / 1000.0;
        return seconds < 1
                ? OptionalDouble.empty()
                : OptionalDouble.of((last.offset() - first.offset()) / seconds);
    }

    /** Records in each of the last sixty minutes that were looked at, the latest last. */
    List<Long> sparks() {
        List<Sample> samples = new ArrayList<>(far);
        samples.add(near.getLast());
        List<Long> sparks = new ArrayList<>();
        for (int i = Math.max(1, samples.size() - SPARKS); i < samples.size(); i++) {
            sparks.add(Math.max(0, samples.get(i).offset() - samples.get(i - 1).offset()));
        }
        return sparks;
    }
}
