package io.broadsheet.enrich;

import io.broadsheet.enrich.step.fingerprint.Fingerprint;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.EnrichedArticle;

import java.util.Optional;

/** What enriching a raw article comes to. */
public sealed interface EnrichResult {

    /**
     * The article is enriched.
     *
     * @param article version 1, change NEW, state PARTIAL, images as they are before any check: the
     *     caller, who knows the article's history, sets these finally
     * @param print of its text; empty if it has too little
     */
    record Kept(EnrichedArticle article, Optional<Fingerprint> print) implements EnrichResult {

        /** An article of which no near-duplicates are looked for. */
        public Kept(EnrichedArticle article) {
            this(article, Optional.empty());
        }
    }

    /**
     * The article cannot be enriched and is to be buried.
     *
     * @param rejection why
     */
    record Rejected(Rejection rejection) implements EnrichResult {}
}
