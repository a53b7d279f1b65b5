package io.broadsheet.ingest.identity;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;

/**
 * The identity of an article: the same for every copy of it that a source gives us.
 *
 * @param value 32 hex digits
 * @param basis the rung of the ladder that made it
 */
public record ArticleId(String value, IdentityBasis basis) {

    /**
     * Climbs the ladder of CONTRACT section 7: guid, canonical URL, link, title with published
     * date. A guid or a link that other items of the same feed have too is no name. A date that is
     * only the time of a generator's run is left out.
     *
     * @param from the rung to begin at; UNKNOWN for the first
     */
    public static ArticleId of(SourceId source, Draft draft, IdentityBasis from) {
        return Rungs.of(draft).climb(source, from);
    }

    /** What the ladder makes of an article whose guid turned out to be another's. */
    static ArticleId withoutGuid(RawArticle article) {
        return Rungs.belowGuid(article)
                .climb(new SourceId(article.getSource().getSourceId()), IdentityBasis.LINK);
    }

    static ArticleId of(SourceId source, IdentityBasis basis, String value) {
        String id = Sha256.id("v1\n" + source.value() + "\n" + basis + "\n" + value);
        return new ArticleId(id, basis);
    }
}
