package io.broadsheet.ingest.identity;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.NormalizedUrl;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.Optional;

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
     */
    public static ArticleId of(SourceId source, Draft draft) {
        RawArticle.Builder article = draft.article();
        return guid(article.getGuid())
                .filter(_ -> draft.isNameOwn(IdentityBasis.GUID))
                .map(v -> of(source, IdentityBasis.GUID, v))
                .or(() ->
                        draft.canonicalUrl()
                                .flatMap(ArticleId::link)
                                .map(v -> of(source, IdentityBasis.CANONICAL_URL, v)))
                .or(() ->
                        Optional.ofNullable(article.getLink())
                                .filter(_ -> draft.isNameOwn(IdentityBasis.LINK))
                                .flatMap(ArticleId::link)
                                .map(v -> of(source, IdentityBasis.LINK, v)))
                .orElseGet(() -> of(source, IdentityBasis.CONTENT_FINGERPRINT, fingerprint(draft)));
    }

    private static ArticleId of(SourceId source, IdentityBasis basis, String value) {
        String id = Sha256.id("v1\n" + source.value() + "\n" + basis + "\n" + value);
        return new ArticleId(id, basis);
    }

    private static Optional<String> guid(@Nullable String guid) {
        return Optional.ofNullable(guid).map(String::strip).filter(g -> !g.isEmpty());
    }

    private static Optional<String> link(String url) {
        return NormalizedUrl.ofLink(url).map(NormalizedUrl::toString);
    }

    /** Without a title only the body can tell articles apart. */
    private static String fingerprint(Draft draft) {
        String title = draft.article().getTitle();
        String published = draft.steadyPublished().orElse("");
        return title == null || title.isBlank()
                ? "\n" + published + "\n" + Sha256.tagged(draft.body().strip())
                : Normalizer.normalize(title, Normalizer.Form.NFC) + "\n" + published;
    }
}
