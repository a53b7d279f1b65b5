package io.broadsheet.runtime.meter;

import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What becomes of articles in one stage: {@code broadsheet_articles_total} by source and outcome,
 * and {@code broadsheet_dead_letters_total} by the place of the failure and its code. Safe for any
 * number of threads.
 */
public final class StageMeters {

    /**
     * So many sources have series of their own. With four stages of five outcomes these are at most
     * 2,000 series of one process, which a small Prometheus takes without noticing.
     */
    public static final int SOURCES_MAX = 100;

    private final MeterRegistry registry;
    private final String stage;
    private final BoundedLabel sources = new BoundedLabel(SOURCES_MAX);
    private final Map<Outcome, Counter> articles = new ConcurrentHashMap<>();

    /**
     * @param registry may get its backends later
     * @param stage such as {@code ingest}
     * @param outcomes that are told as 0 before there is the first; so are our own defects, since
     *     nobody sees a count rise that begins with 1
     */
    public StageMeters(MeterRegistry registry, String stage, String... outcomes) {
        this.registry = registry;
        this.stage = stage;
        for (String outcome : outcomes) {
            counter(new Outcome(BoundedLabel.OTHER, outcome));
        }
        Arrays.stream(FailureStage.values())
                .filter(place -> place.name().startsWith(stage.toUpperCase(Locale.ROOT)))
                .forEach(place -> letters(place, FailureCode.DEFECT.name()));
    }

    /**
     * Counts articles.
     *
     * @param source its id; null or blank if it is not known
     * @param outcome one of few, in lower case
     * @param number 0 counts nothing
     */
    public void count(@Nullable String source, String outcome, long number) {
        if (number > 0) {
            counter(new Outcome(sources.of(source), outcome)).increment((double) number);
        }
    }

    /** Counts a dead letter that was written, and nothing else. */
    public void letter(DeadLetter letter) {
        letters(letter.getStage(), letter.getCode()).increment();
    }

    private Counter letters(FailureStage place, String code) {
        return Counter.builder("broadsheet.dead.letters")
                .description("dead letters written, by where it failed and why")
                .tag("stage", place.name())
                .tag("code", code)
                .register(registry);
    }

    private Counter counter(Outcome outcome) {
        return articles.computeIfAbsent(
                outcome,
                one ->
                        Counter.builder("broadsheet.articles")
                                .description("articles by stage, source and outcome")
                                .tag("stage", stage)
                                .tag("source", one.source())
                                .tag("outcome", one.outcome())
                                .register(registry));
    }

    private record Outcome(String source, String outcome) {}
}
