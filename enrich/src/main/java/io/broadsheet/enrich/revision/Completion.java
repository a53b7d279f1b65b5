package io.broadsheet.enrich.revision;

import io.broadsheet.state.v1.ImageAnswer;
import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.EnrichedArticle;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the version that says what became of the images. */
public final class Completion {

    private Completion() {}

    /**
     * The version after the partial one: REENRICHED, COMPLETE if every image has its answer, else
     * COMPLETE_WITH_GAPS with DEADLINE_EXCEEDED for those without.
     *
     * @param now when the version is made
     */
    public static EnrichedArticle of(
            EnrichedArticle partial, List<ImageAnswer> answers, Instant now) {
        return with(filled(partial.getImages(), answers), partial, now);
    }

    /**
     * The version after a settled one, if this answer says something else about one of its images,
     * and is not older than what it says.
     *
     * @param now when the version is made
     */
    public static Optional<EnrichedArticle> corrected(
            EnrichedArticle settled, ImageAnswer answer, Instant now) {
        List<ArticleImage> images =
                settled.getImages().stream()
                        .map(image ->
                                isNews(image, answer) ? ImageAnswers.fill(image, answer) : image)
                        .toList();
        return images.equals(settled.getImages())
                ? Optional.empty()
                : Optional.of(with(images, settled, now));
    }

    /** That an image was looked at again is no news; neither is how exactly it is what it is. */
    private static boolean isNews(ArticleImage image, ImageAnswer answer) {
        Instant checkedAt = image.getCheckedAt();
        boolean older = checkedAt != null && answer.getCheckedAt().isBefore(checkedAt);
        return image.getImageId().equals(answer.getImageId())
                && !older
                && !image.getVerdict().name().equals(answer.getVerdict());
    }

    private static EnrichedArticle with(
            List<ArticleImage> images, EnrichedArticle before, Instant now) {
        return EnrichedArticle.newBuilder(before)
                .setVersion(before.getVersion() + 1)
                .setVersionCreated(now)
                .setChange(ChangeClass.REENRICHED)
                .setChanges(List.of())
                .setPreviousContentHash(before.getContentHash())
                .setImages(images)
                .setState(CheckedImages.stateOf(images))
                .setPrimaryImageId(CheckedImages.primary(images).orElse(null))
                .setQuality(flags(before.getQuality(), images))
                .build();
    }

    private static List<ArticleImage> filled(List<ArticleImage> images, List<ImageAnswer> answers) {
        Map<String, ImageAnswer> byImage =
                answers.stream()
                        .collect(Collectors.toMap(ImageAnswer::getImageId, Function.identity()));
        List<ArticleImage> filled = new ArrayList<>();
        for (ArticleImage image : images) {
            ImageAnswer answer = byImage.get(image.getImageId());
            if (image.getVerdict() != ImageVerdict.PENDING) {
                filled.add(image);
            } else if (answer == null) {
                filled.add(ImagePlan.unchecked(image, ImageVerdict.DEADLINE_EXCEEDED));
            } else {
                filled.add(ImageAnswers.fill(image, answer));
            }
        }
        return filled;
    }

    private static List<QualityFlag> flags(List<QualityFlag> before, List<ArticleImage> images) {
        List<QualityFlag> flags = new ArrayList<>(before);
        flags.removeIf(flag -> CheckedImages.CODES.contains(flag.getCode()));
        flags.addAll(CheckedImages.flags(images));
        return flags;
    }
}
