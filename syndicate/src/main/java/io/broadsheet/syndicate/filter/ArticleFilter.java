package io.broadsheet.syndicate.filter;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.PubStatus;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Which articles a subscriber wants. Where nothing is named, everything is wanted; where several
 * are, one of them is enough.
 *
 * <p>A retraction is told by its source alone: its text and images are gone, and whoever shows the
 * article must hear of it.
 *
 * @param sources ids of sources
 * @param sections names of sections, in any case
 * @param languages ranges of BCP 47: {@code zh} takes {@code zh-Hans} too (RFC 4647, section
 *     3.3.1); in lower case
 * @param changes how a version differs from the one before
 * @param images what is known of at least one image
 */
public record ArticleFilter(
        Set<String> sources,
        Set<String> sections,
        Set<String> languages,
        Set<ChangeClass> changes,
        Set<ImageOutcome> images) {

    /** Takes copies. */
    public ArticleFilter {
        sources = Set.copyOf(sources);
        sections = Set.copyOf(sections);
        languages = Set.copyOf(languages);
        changes = Set.copyOf(changes);
        images = Set.copyOf(images);
    }

    /** Everything. */
    public static ArticleFilter all() {
        return new ArticleFilter(Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Whether an article is wanted. */
    public boolean takes(EnrichedArticle article) {
        if (!takesSource(article.getSource().getSourceId())) {
            return false;
        }
        return isRetraction(article)
                || (takesAbout(article.getArticleSection(), article.getInLanguage())
                        && isAmong(changes, article.getChange())
                        && takesImages(article.getImages()));
    }

    /** Whether a version takes the article back. */
    public static boolean isRetraction(EnrichedArticle article) {
        return article.getPubStatus() == PubStatus.CANCELED
                || article.getChange() == ChangeClass.RETRACTION;
    }

    /** Whether articles of a source are wanted. */
    public boolean takesSource(String sourceId) {
        return isAmong(sources, sourceId);
    }

    private boolean takesAbout(List<String> ofArticle, @Nullable String language) {
        return takesSections(ofArticle) && takesLanguage(language);
    }

    private boolean takesSections(List<String> ofArticle) {
        return sections.isEmpty()
                || ofArticle.stream()
                        .anyMatch(it -> sections.stream().anyMatch(it::equalsIgnoreCase));
    }

    private boolean takesLanguage(@Nullable String language) {
        if (languages.isEmpty()) {
            return true;
        }
        String tag = language == null ? "" : language.toLowerCase(Locale.ROOT);
        return !tag.isEmpty()
                && languages.stream()
                        .anyMatch(range -> tag.equals(range) || tag.startsWith(range + "-"));
    }

    private boolean takesImages(List<ArticleImage> ofArticle) {
        return images.isEmpty()
                || ofArticle.stream().map(ArticleImage::getOutcome).anyMatch(images::contains);
    }

    private static <T> boolean isAmong(Set<T> wanted, T it) {
        return wanted.isEmpty() || wanted.contains(it);
    }
}
