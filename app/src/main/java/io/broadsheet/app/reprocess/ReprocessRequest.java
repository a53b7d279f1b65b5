package io.broadsheet.app.reprocess;

import io.broadsheet.enrich.EnrichSettings;
import io.broadsheet.enrich.step.Step;
import io.broadsheet.runtime.claim.ClaimStore;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What is to be enriched anew.
 *
 * @param since raw records of that time and later
 * @param step only articles of which this step says something else; empty for any step
 * @param steps as enrichment has them
 * @param claims where bodies are kept that are too large for a record
 * @param shownMax of how many articles the differences are shown
 * @param waitMax how long enrichment may take for 250 articles
 */
public record ReprocessRequest(
        Instant since,
        Optional<Step> step,
        EnrichSettings steps,
        ClaimStore claims,
        int shownMax,
        Duration waitMax) {}
