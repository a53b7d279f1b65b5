package io.broadsheet.enrich;

import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.PubStatus;
import io.broadsheet.v1.RawArticle;

/**
 * Chains the steps. A pure function but for the claim store, which is asked only for bodies too
 * large for a record; safe for many threads.
 */
public final class Enricher {

    private final EnrichSettings settings;
    private final ClaimStore claims;

    /** An enricher that keeps large bodies in the store. */
    public Enricher(EnrichSettings settings, ClaimStore claims) {
        this.settings = settings;
        this.claims = claims;
    }

    /**
     * The enriched article, or why there is none.
     *
     * @throws java.io.UncheckedIOException if the claim store is needed and cannot be used now; the
     *     same input may succeed later
     */
    public EnrichResult enrich(EnrichInput input) {
        try {
            return new EnrichResult.Kept(article(input));
        } catch (StackOverflowError e) {
            return new EnrichResult.Rejected(
                    new Rejection(FailureCode.PARSER_OVERFLOW, "nested too deep"));
        }
    }

    private static EnrichedArticle article(EnrichInput input) {
        RawArticle raw = input.raw();
        return EnrichedArticle.newBuilder()
                .setArticleId(raw.getArticleId())
                .setVersion(1)
                .setContentHash(raw.getContentHash())
                .setChange(ChangeClass.NEW)
                .setPubStatus(PubStatus.USABLE)
                .setState(EnrichmentState.PARTIAL)
                .setSource(raw.getSource())
                .setAltIds(raw.getAltIds())
                .setUrl(raw.getLink())
                .setUrlBasis(raw.getLink() == null ? Basis.UNKNOWN : Basis.DECLARED)
                .setHeadline(raw.getTitle())
                .setFirstCreated(input.seenAt())
                .setVersionCreated(input.seenAt())
                .setQuality(raw.getQuality())
                .setExtensions(raw.getExtensions())
                .setRawRef(input.ref())
                .setBackfillId(raw.getBackfillId())
                .build();
    }
}
