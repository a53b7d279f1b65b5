package io.broadsheet.ingest.identity;

import io.broadsheet.ingest.item.Draft;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.Content;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.NormalizedUrl;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The names of one article by the rung of the ladder that each is; made when they are asked for.
 */
final class Rungs {

    private static final List<IdentityBasis> LADDER =
            List.of(
                    IdentityBasis.GUID,
                    IdentityBasis.CANONICAL_URL,
                    IdentityBasis.LINK,
                    IdentityBasis.CONTENT_FINGERPRINT);

    private final Map<IdentityBasis, Supplier<Optional<String>>> names =
            new EnumMap<>(IdentityBasis.class);

    private Rungs() {}

    static Rungs of(Draft draft) {
        RawArticle.Builder article = draft.article();
        var rungs = new Rungs();
        rungs.names.put(
                IdentityBasis.GUID,
                () -> guid(article.getGuid()).filter(_ -> draft.isNameOwn(IdentityBasis.GUID)));
        rungs.names.put(
                IdentityBasis.CANONICAL_URL, () -> draft.canonicalUrl().flatMap(Rungs::url));
        rungs.names.put(
                IdentityBasis.LINK,
                () ->
                        Optional.ofNullable(article.getLink())
                                .filter(_ -> draft.isNameOwn(IdentityBasis.LINK))
                                .flatMap(Rungs::url));
        rungs.names.put(
                IdentityBasis.CONTENT_FINGERPRINT,
                () ->
                        content(
                                article.getTitle(),
                                draft.steadyPublished().orElse(""),
                                () -> Sha256.tagged(draft.body().strip())));
        return rungs;
    }

    /** Those below the guid, of an item of a feed. */
    static Rungs belowGuid(RawArticle article) {
        var rungs = new Rungs();
        rungs.names.put(
                IdentityBasis.LINK,
                () ->
                        Optional.ofNullable(article.getLink())
                                .filter(_ -> isLinkOwn(article))
                                .flatMap(Rungs::url));
        rungs.names.put(
                IdentityBasis.CONTENT_FINGERPRINT,
                () ->
                        content(
                                article.getTitle(),
                                Optional.ofNullable(article.getPublished()).orElse(""),
                                () ->
                                        Optional.ofNullable(article.getContent())
                                                .map(Content::getDigest)
                                                .orElse("")));
        return rungs;
    }

    private static boolean isLinkOwn(RawArticle article) {
        return article.getQuality().stream().noneMatch(it -> it.getCode().equals("LINK_REUSED"));
    }

    private static Optional<String> guid(@Nullable String guid) {
        return Optional.ofNullable(guid).map(String::strip).filter(it -> !it.isEmpty());
    }

    private static Optional<String> url(String url) {
        return NormalizedUrl.ofLink(url).map(NormalizedUrl::toString);
    }

    /** Without a title only the body can tell articles apart. */
    private static Optional<String> content(
            @Nullable String title, String published, Supplier<String> bodyDigest) {
        return Optional.of(
                title == null || title.isBlank()
                        ? "\n" + published + "\n" + bodyDigest.get()
                        : Normalizer.normalize(title, Normalizer.Form.NFC) + "\n" + published);
    }

    /**
     * The id by the first rung there is.
     *
     * @param from none above it counts; UNKNOWN for all
     */
    ArticleId climb(SourceId source, IdentityBasis from) {
        for (IdentityBasis rung :
                LADDER.subList(Math.max(0, LADDER.indexOf(from)), LADDER.size())) {
            Optional<String> name = names.getOrDefault(rung, Optional::empty).get();
            if (name.isPresent()) {
                return ArticleId.of(source, rung, name.get());
            }
        }
        throw new IllegalStateException("an article without content");
    }
}
