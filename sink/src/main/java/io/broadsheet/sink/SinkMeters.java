package io.broadsheet.sink;

import io.broadsheet.runtime.meter.BoundedLabel;
import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.sink.store.Row;
import io.broadsheet.sink.store.StoreResult.Counts;
import io.broadsheet.v1.EnrichedArticle;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What the sink counts: articles by what the store did with them, and how long they took to get
 * there: {@code broadsheet_article_delay_seconds}. Safe for any number of threads.
 */
final class SinkMeters {

    private static final String STAGE = "sink";

    /** From a pipeline that keeps up to one that was away for a day. */
    private static final Duration[] BUCKETS = {
        Duration.ofMillis(250),
        Duration.ofSeconds(1),
        Duration.ofSeconds(5),
        Duration.ofSeconds(15),
        Duration.ofMinutes(1),
        Duration.ofMinutes(5),
        Duration.ofMinutes(15),
        Duration.ofHours(1),
        Duration.ofHours(6),
        Duration.ofDays(1)
    };

    private final StageMeters stage;
    private final LagWatch lag;
    private final InstantSource clock;
    private final Timer published;
    private final Timer seen;
    private final Timer enriched;

    /**
     * @param registry may get its backends later
     */
    SinkMeters(MeterRegistry registry, InstantSource clock) {
        this.stage = new StageMeters(registry, STAGE, "stored", "unchanged", "removed", "buried");
        this.lag = new LagWatch(registry, STAGE, clock);
        this.clock = clock;
        this.published = timer(registry, "published");
        this.seen = timer(registry, "seen");
        this.enriched = timer(registry, "enriched");
    }

    /** How far behind it is. */
    LagWatch lag() {
        return lag;
    }

    /**
     * Rows are safe. The store says how many of them were new, not which: where some of a batch
     * were not, the last ones are taken for those. Over all sources the sums are exact.
     */
    void stored(List<Row> rows, Counts counts) {
        int left = counts.articles();
        Instant now = clock.instant();
        for (Row row : rows) {
            switch (row) {
                case Row.Article(EnrichedArticle article) -> {
                    boolean isNew = left > 0;
                    left--;
                    stage.count(sourceOf(article), isNew ? "stored" : "unchanged", 1);
                    if (isNew) {
                        time(article, now);
                    }
                }
                case Row.OwnLetter(var letter) -> {
                    stage.count(letter.getSourceId(), "buried", 1);
                    stage.letter(letter);
                }
                case Row.Letter(var letter) -> stage.count(letter.getSourceId(), "buried", 1);
                case Row.Tombstone _, Row.Nothing _ -> {}
            }
        }
        stage.count(BoundedLabel.UNKNOWN, "removed", counts.removed());
    }

    /** The first version tells how news come in; those of a backfill were published long ago. */
    private void time(EnrichedArticle article, Instant now) {
        if (article.getVersion() == 1 && article.getBackfillId() == null) {
            record(published, article.getDatePublished(), now);
            record(seen, article.getFirstCreated(), now);
        }
        record(enriched, article.getVersionCreated(), now);
    }

    private static void record(Timer timer, @Nullable Instant from, Instant now) {
        if (from != null && !from.isAfter(now)) {
            timer.record(Duration.between(from, now));
        }
    }

    private static String sourceOf(EnrichedArticle article) {
        return article.getSource().getSourceId();
    }

    private static Timer timer(MeterRegistry registry, String from) {
        return Timer.builder("broadsheet.article.delay")
                .description("until it was stored: since published, first seen, or enriched")
                .tag("from", from)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }
}
