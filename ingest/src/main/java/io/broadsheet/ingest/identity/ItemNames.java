package io.broadsheet.ingest.identity;

import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.url.NormalizedUrl;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
import java.util.HexFormat;

/**
 * What an article goes by besides its id, each as a hash; zero where there is none. Enough to tell
 * the articles of one source apart.
 *
 * @param link normalized
 * @param title in NFC
 * @param published verbatim
 */
record ItemNames(long link, long title, long published) {

    private static final int HASH_DIGITS = 16;

    static ItemNames of(RawArticle article) {
        String link = article.getLink();
        String title = article.getTitle();
        return new ItemNames(
                hash(
                        link == null
                                ? null
                                : NormalizedUrl.ofLink(link).map(Object::toString).orElse(link)),
                hash(title == null ? null : Normalizer.normalize(title, Normalizer.Form.NFC)),
                hash(article.getPublished()));
    }

    private static long hash(@Nullable String name) {
        return name == null || name.isBlank()
                ? 0
                : HexFormat.fromHexDigitsToLong(Sha256.id(name.strip()), 0, HASH_DIGITS);
    }

    /**
     * Whether nobody would give two articles these names: a title alone is not enough, and neither
     * is a title that many issues of one page have.
     */
    boolean areTelling() {
        return title != 0 && (link != 0 || published != 0);
    }

    /** Whether no reader would take the two for one article: an edit leaves something as it was. */
    boolean shareNothingWith(ItemNames other) {
        return differ(link, other.link)
                && differ(title, other.title)
                && differ(published, other.published);
    }

    private static boolean differ(long one, long other) {
        return one != 0 && other != 0 && one != other;
    }
}
