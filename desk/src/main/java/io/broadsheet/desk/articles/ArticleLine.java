package io.broadsheet.desk.articles;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageRole;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * An article in a list.
 *
 * @param id articleId
 * @param headline empty if it has none
 * @param source where it is from
 * @param published by the source
 * @param at when this version was made
 * @param version which it is
 * @param images its images
 * @param flags how many quality flags are more than a remark
 */
public record ArticleLine(
        String id,
        String headline,
        Origin source,
        Optional<Instant> published,
        Instant at,
        Version version,
        Pictures images,
        long flags) {

    /**
     * Where it is from.
     *
     * @param id sourceId
     * @param language BCP 47; empty if unknown
     * @param url canonical; empty if there is none
     */
    public record Origin(String id, String language, String url) {}

    /**
     * Which version.
     *
     * @param number from 1
     * @param change to the one before
     * @param state of enrichment
     */
    public record Version(int number, String change, String state) {}

    /**
     * Its images.
     *
     * @param count how many
     * @param outcome of the lead image; empty if there is none
     * @param verdict of it
     */
    public record Pictures(int count, String outcome, String verdict) {}

    static ArticleLine of(EnrichedArticle article) {
        return new ArticleLine(
                article.getArticleId(),
                text(article.getHeadline()),
                new Origin(
                        article.getSource().getSourceId(),
                        text(article.getInLanguage()),
                        text(article.getUrl())),
                Optional.ofNullable(article.getDatePublished()),
                article.getVersionCreated(),
                new Version(
                        article.getVersion(),
                        article.getChange().name(),
                        article.getState().name()),
                pictures(article),
                article.getQuality().stream()
                        .filter(flag -> !flag.getSeverity().name().equals("INFO"))
                        .count());
    }

    /** The lead image is what a reader would be shown first: as said, else the first. */
    private static Pictures pictures(EnrichedArticle article) {
        Optional<ArticleImage> lead =
                article.getImages().stream()
                        .min(
                                Comparator.<ArticleImage>comparingInt(image ->
                                                image.getRoles().contains(ImageRole.LEAD) ? 0 : 1)
                                        .thenComparingInt(ArticleImage::getPosition));
        return new Pictures(
                article.getImages().size(),
                lead.map(image -> image.getOutcome().name()).orElse(""),
                lead.map(image -> image.getVerdict().name()).orElse(""));
    }

    private static String text(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }

    /** Whether all these words are in what the list shows of it. */
    boolean holds(String words) {
        String all =
                String.join("\n", id, headline, source.id(), source.language(), source.url())
                        .toLowerCase(Locale.ROOT);
        for (String word : words.toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            if (!all.contains(word)) {
                return false;
            }
        }
        return true;
    }
}
