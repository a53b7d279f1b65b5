package io.broadsheet.sink;

import io.broadsheet.sink.store.StoreResult.Counts;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;

import java.util.function.ToIntFunction;

/** {@code broadsheet_articles_total} of the stage sink: what the store did with the records. */
final class SinkMeters {

    private SinkMeters() {}

    static void bind(MeterRegistry registry, SinkService sink) {
        count(registry, sink, "stored", Counts::articles);
        count(registry, sink, "unchanged", Counts::unchanged);
        count(registry, sink, "removed", Counts::removed);
        count(registry, sink, "buried", Counts::letters);
    }

    private static void count(
            MeterRegistry registry, SinkService sink, String outcome, ToIntFunction<Counts> part) {
        FunctionCounter.builder(
                        "broadsheet.articles", sink, counted -> part.applyAsInt(counted.counts()))
                .description("documents and articles by stage and outcome")
                .tag("stage", "sink")
                .tag("outcome", outcome)
                .register(registry);
    }
}
