package io.broadsheet.enrich.revision;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * A version on its way out, and which of its images are to be asked for.
 *
 * @param article PARTIAL if any image is asked for, otherwise as complete as it will ever be
 * @param asked one for each distinct image
 */
public record ImagePlan(EnrichedArticle article, List<ArticleImage> asked) {

    /** Asks for every image that is PENDING. */
    public static ImagePlan asking(EnrichedArticle.Builder article) {
        Map<String, ArticleImage> asked = new LinkedHashMap<>();
        for (ArticleImage image : article.getImages()) {
            if (image.getVerdict() == ImageVerdict.PENDING) {
                asked.putIfAbsent(image.getImageId(), image);
            }
        }
        article.setState(
                asked.isEmpty()
                        ? CheckedImages.stateOf(article.getImages())
                        : EnrichmentState.PARTIAL);
        return new ImagePlan(article.setPrimaryImageId(null).build(), List.copyOf(asked.values()));
    }

    /**
     * Asks for none.
     *
     * @param reason what stands as the verdict of those that would have been asked for
     */
    public static ImagePlan notAsking(EnrichedArticle.Builder article, ImageVerdict reason) {
        List<ArticleImage> images = new ArrayList<>();
        for (ArticleImage image : article.getImages()) {
            images.add(
                    image.getVerdict() == ImageVerdict.PENDING ? unchecked(image, reason) : image);
        }
        article.setImages(images).setState(CheckedImages.stateOf(images)).setPrimaryImageId(null);
        return new ImagePlan(article.build(), List.of());
    }

    /**
     * The same plan for an article whose images may have been checked before: what is known of an
     * image goes on, and it is not asked for again.
     *
     * @param known images of an earlier version
     * @param plan what is done about those of which nothing is known
     */
    public static ImagePlan keeping(
            List<ArticleImage> known,
            EnrichedArticle.Builder article,
            Function<EnrichedArticle.Builder, ImagePlan> plan) {
        List<ArticleImage> images =
                article.getImages().stream().map(image -> kept(image, known)).toList();
        ImagePlan made = plan.apply(article.setImages(images));
        return made.asked().isEmpty() ? made.settled() : made;
    }

    private static ArticleImage kept(ArticleImage image, List<ArticleImage> known) {
        return known.stream()
                .filter(it -> image.getVerdict() == ImageVerdict.PENDING)
                .filter(it -> it.getImageId().equals(image.getImageId()))
                .filter(it -> !CheckedImages.isOpen(it))
                .findFirst()
                .map(it -> ImageAnswers.copy(it, image))
                .orElse(image);
    }

    /** No answer will come: what the images say together is said now. */
    private ImagePlan settled() {
        List<ArticleImage> images = article.getImages();
        List<QualityFlag> quality = new ArrayList<>(article.getQuality());
        quality.addAll(CheckedImages.flags(images));
        return new ImagePlan(
                EnrichedArticle.newBuilder(article)
                        .setPrimaryImageId(CheckedImages.primary(images).orElse(null))
                        .setQuality(quality)
                        .build(),
                List.of());
    }

    /** The image as one that nobody checked. */
    static ArticleImage unchecked(ArticleImage image, ImageVerdict reason) {
        return ArticleImage.newBuilder(image)
                .setOutcome(ImageOutcome.UNCHECKED)
                .setVerdict(reason)
                .build();
    }
}
