package io.broadsheet.ingest;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** {@code broadsheet_articles_total} of the stage ingest: what became of the documents met. */
final class IngestMeters {

    private final Counter published;
    private final Counter unchanged;
    private final Counter buried;

    IngestMeters(MeterRegistry registry) {
        published = counter(registry, "published");
        unchanged = counter(registry, "unchanged");
        buried = counter(registry, "buried");
    }

    void add(IngestCounts counts) {
        published.increment((double) counts.published());
        unchanged.increment((double) counts.unchanged());
        buried.increment((double) counts.buried());
    }

    private static Counter counter(MeterRegistry registry, String outcome) {
        return Counter.builder("broadsheet.articles")
                .description("documents and articles by stage and outcome")
                .tag("stage", "ingest")
                .tag("outcome", outcome)
                .register(registry);
    }
}
