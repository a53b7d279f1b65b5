package io.broadsheet.ingest;

import io.broadsheet.runtime.meter.SourceSilence;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.v1.DeadLetter;
import io.micrometer.core.instrument.MeterRegistry;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/**
 * What one of the ways in counts, under the stage {@code ingest}. Safe for any number of threads.
 */
public final class IngestMeters {

    private static final String STAGE = "ingest";

    private final StageMeters stage;
    private final SourceSilence silence;
    private final InstantSource clock;

    /**
     * @param registry may get its backends later
     * @param service which way in
     */
    public IngestMeters(MeterRegistry registry, String service, InstantSource clock) {
        this.stage =
                new StageMeters(registry, STAGE, "published", "unchanged", "buried", "refused");
        this.silence = new SourceSilence(registry, service);
        this.clock = clock;
    }

    /** Articles of a source are on Kafka. */
    public void published(String source, long number) {
        stage.count(source, "published", number);
        if (number > 0) {
            silence.heard(source, clock.instant());
        }
    }

    /** Documents or items of a source are as they were. */
    public void unchanged(String source, long number) {
        stage.count(source, "unchanged", number);
    }

    /** Whoever sent these was told that they are not taken. */
    public void refused(String source, long number) {
        stage.count(source, "refused", number);
    }

    /** Dead letters about a source are on Kafka. */
    public void buried(String source, List<DeadLetter> letters) {
        stage.count(source, "buried", letters.size());
        letters.forEach(stage::letter);
    }

    /** Looks who is silent. */
    public void look(Instant now) {
        silence.look(now);
    }

    /** Who is silent, where that is known from elsewhere. */
    public SourceSilence silence() {
        return silence;
    }
}
