package io.broadsheet.ingest.identity;

import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawArticle;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * At which rung of the ladder the articles of a source begin (CONTRACT section 7): at the guid,
 * until more than a twentieth of the guids of one document are bad; then at the link, and if that
 * is as bad, at the content. It never climbs back by itself: a source that was wrong once would
 * change the names of its articles with each mood.
 */
public final class IdentityPolicy {

    /** A share of one in so many is borne. */
    private static final int ONE_IN = 20;

    private IdentityPolicy() {}

    /**
     * The policy from now on.
     *
     * @param now the policy so far; UNKNOWN at the first document
     * @param articles of the document, as they were read
     * @param misnamed how many came under a guid that was not theirs for good
     */
    public static IdentityBasis after(IdentityBasis now, List<RawArticle> articles, int misnamed) {
        if (articles.isEmpty() || now == IdentityBasis.CONTENT_FINGERPRINT) {
            return now;
        }
        if (trustsGuids(now) && !isTooMany(badGuids(articles) + misnamed, articles)) {
            return IdentityBasis.GUID;
        }
        return isTooMany(badLinks(articles), articles)
                ? IdentityBasis.CONTENT_FINGERPRINT
                : IdentityBasis.LINK;
    }

    private static boolean trustsGuids(IdentityBasis policy) {
        return policy == IdentityBasis.UNKNOWN || policy == IdentityBasis.GUID;
    }

    private static boolean isTooMany(long bad, List<RawArticle> articles) {
        return bad * ONE_IN > articles.size();
    }

    /** Shared ones, and missing ones unless there are none at all. */
    private static long badGuids(List<RawArticle> articles) {
        long missing = articles.stream().filter(it -> isBlank(it.getGuid())).count();
        long shared =
                articles.stream()
                        .flatMap(it -> it.getQuality().stream())
                        .filter(flag -> flag.getCode().equals("GUID_REUSED"))
                        .count();
        return shared + (missing == articles.size() ? 0 : missing);
    }

    private static long badLinks(List<RawArticle> articles) {
        Map<String, Set<String>> titles = new HashMap<>();
        for (RawArticle article : articles) {
            titles.computeIfAbsent(String.valueOf(article.getLink()), _ -> new HashSet<>())
                    .add(String.valueOf(article.getTitle()));
        }
        return articles.stream()
                .map(RawArticle::getLink)
                .filter(link -> isBlank(link) || titles.getOrDefault(link, Set.of()).size() > 1)
                .count();
    }

    private static boolean isBlank(@Nullable String name) {
        return name == null || name.isBlank();
    }
}
