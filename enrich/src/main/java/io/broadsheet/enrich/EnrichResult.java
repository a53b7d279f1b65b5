package io.broadsheet.enrich;

import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.EnrichedArticle;

/** What enriching a raw article comes to. */
public sealed interface EnrichResult {

    /**
     * The article is enriched.
     *
     * @param article version 1, change NEW, state PARTIAL, images as they are before any check: the
     *     caller, who knows the article's history, sets these finally
     */
    record Kept(EnrichedArticle article) implements EnrichResult {}

    /**
     * The article cannot be enriched and is to be buried.
     *
     * @param rejection why
     */
    record Rejected(Rejection rejection) implements EnrichResult {}
}
