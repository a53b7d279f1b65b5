package io.broadsheet.app.pipeline;

import io.broadsheet.enrich.image.service.CheckImagesConfig;
import io.broadsheet.enrich.service.EnrichConfig;
import io.broadsheet.ingest.backfill.BackfillConfig;

/** Consumer groups of other services that one must know. */
public final class PipelineGroups {

    /** What a backfill gives way to. */
    public static final BackfillConfig.Ahead AHEAD_OF_BACKFILL =
            new BackfillConfig.Ahead(EnrichConfig.APPLICATION_ID, CheckImagesConfig.GROUP_ID);

    private PipelineGroups() {}
}
