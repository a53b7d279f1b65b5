package io.broadsheet.sink;

import io.broadsheet.sink.store.StoreResult.Counts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.function.ToIntFunction;

/** {@code broadsheet_articles_total} of the stage sink: what the store did with the records. */
final class SinkMeters {

    private SinkMeters() {}

    static void bind(MeterRegistry registry, SinkProgress progress) {
        count(registry, progress, "stored", Counts::articles);
        count(registry, progress, "unchanged", Counts::unchanged);
        count(registry, progress, "removed", Counts::removed);
        count(registry, progress, "buried", Counts::letters);
    }

    private static void count(
            MeterRegistry registry,
            SinkProgress progress,
            String outcome,
            ToIntFunction<Counts> part) {
        FunctionCounter.builder(
                        "broadsheet.articles",
                        progress,
                        counted -> part.applyAsInt(counted.counts()))
                .description("documents and articles by stage and outcome")
                .tag("stage", "sink")
                .tag("outcome", outcome)
                .register(registry);
    }
}
