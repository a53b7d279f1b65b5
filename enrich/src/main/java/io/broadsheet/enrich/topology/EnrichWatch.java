package io.broadsheet.enrich.topology;

import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.runtime.trace.Tracing;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;

import java.time.InstantSource;
import java.util.function.BiFunction;

/**
 * Who looks on while the topology works.
 *
 * @param stage counts what becomes of raw articles. What a transaction takes back is not taken back
 *     here, so after an outage some may be counted twice; the ledger is exact
 * @param lag tells how far behind the work is
 * @param tracing told what is done about each article
 */
public record EnrichWatch(StageMeters stage, LagWatch lag, Tracing tracing) {

    private static final String STAGE = "enrich";

    /**
     * Measures.
     *
     * @param registry may get its backends later
     */
    public static EnrichWatch of(MeterRegistry registry, InstantSource clock, Tracing tracing) {
        return new EnrichWatch(
                new StageMeters(
                        registry,
                        STAGE,
                        "enriched",
                        "unchanged",
                        "duplicate",
                        "superseded",
                        "buried"),
                new LagWatch(registry, STAGE, clock),
                tracing);
    }

    /** Readers that are looked at; one for each task. */
    <V extends SpecificRecord> ProcessorSupplier<byte[], byte[], byte[], Arrival> reader(
            Codec<V> codec, BiFunction<SourceRecord, V, Arrival> arrival) {
        return () -> new RecordReader<>(codec, arrival, this);
    }

    /** Tells nobody. */
    static EnrichWatch unseen(InstantSource clock) {
        return of(new CompositeMeterRegistry(), clock, Tracing.off());
    }
}
