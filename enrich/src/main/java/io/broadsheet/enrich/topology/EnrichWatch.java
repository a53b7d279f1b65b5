package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.meter.StageMeters;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import java.time.InstantSource;

/**
 * Who looks on while the topology works.
 *
 * @param stage counts what becomes of raw articles. What a transaction takes back is not taken back
 *     here, so after an outage some may be counted twice; the ledger is exact
 * @param lag tells how far behind the work is
 */
public record EnrichWatch(StageMeters stage, LagWatch lag) {

    private static final String STAGE = "enrich";

    /**
     * Measures.
     *
     * @param registry may get its backends later
     */
    public static EnrichWatch of(MeterRegistry registry, InstantSource clock) {
        return new EnrichWatch(
                new StageMeters(
                        registry,
                        STAGE,
                        "enriched",
                        "unchanged",
                        "duplicate",
                        "superseded",
                        "buried"),
                new LagWatch(registry, STAGE, clock));
    }

    /** Tells nobody. */
    static EnrichWatch unseen(InstantSource clock) {
        return of(new CompositeMeterRegistry(), clock);
    }
}
