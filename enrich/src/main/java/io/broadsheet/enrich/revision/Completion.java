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
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Makes the version that says what became of the images. */
public final class Completion {

    private static final Set<String> FLAGS_OF_IMAGES =
            Set.of(CheckedImages.IMAGE_UNUSABLE, CheckedImages.LEAD_IMAGE_UNUSABLE);

    private Completion() {}

    /**
     * The version after the partial one: REENRICHED, COMPLETE if every image has its answer, else
     * COMPLETE_WITH_GAPS with DEADLINE_EXCEEDED for those without.
     *
     * @param now when the version is made
     */
    public static EnrichedArticle of(
            EnrichedArticle partial, List<ImageAnswer> answers, Instant now) {
        List<ArticleImage> images = filled(partial.getImages(), answers);
        return EnrichedArticle.newBuilder(partial)
                .setVersion(partial.getVersion() + 1)
                .setVersionCreated(now)
                .setChange(ChangeClass.REENRICHED)
                .setChanges(List.of())
                .setPreviousContentHash(partial.getContentHash())
                .setImages(images)
                .setState(CheckedImages.stateOf(images))
                .setPrimaryImageId(CheckedImages.primary(images).orElse(null))
                .setQuality(flags(partial.getQuality(), images))
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
        flags.removeIf(flag -> FLAGS_OF_IMAGES.contains(flag.getCode()));
        flags.addAll(CheckedImages.flags(images));
        return flags;
    }
}
