package io.broadsheet.enrich.revision;

import io.broadsheet.v1.ArticleImage;
import io.broadsheet.v1.EnrichmentState;
import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.ImageVerdict;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.Severity;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What the images of an article, taken together, say about it once no more answers will come. */
final class CheckedImages {

    static final String IMAGE_UNUSABLE = "IMAGE_UNUSABLE";
    static final String LEAD_IMAGE_UNUSABLE = "LEAD_IMAGE_UNUSABLE";

    /** Of all flags that checks raise. */
    static final Set<String> CODES = Set.of(IMAGE_UNUSABLE, LEAD_IMAGE_UNUSABLE);

    /** The lead first, then as they stand in the article. */
    private static final Comparator<ArticleImage> LEAD_ORDER =
            Comparator.comparing((ArticleImage image) -> !image.getRoles().contains(ImageRole.LEAD))
                    .thenComparingInt(ArticleImage::getPosition);

    private CheckedImages() {}

    /** COMPLETE_WITH_GAPS if some image should have been checked and never was. */
    static EnrichmentState stateOf(List<ArticleImage> images) {
        return images.stream().anyMatch(CheckedImages::isGap)
                ? EnrichmentState.COMPLETE_WITH_GAPS
                : EnrichmentState.COMPLETE;
    }

    /**
     * The best image: the first in lead order that can be used, with conditions or without; one
     * that is too small never leads (CONTRACT section 5).
     */
    static Optional<String> primary(List<ArticleImage> images) {
        return images.stream()
                .sorted(LEAD_ORDER)
                .filter(CheckedImages::mayLead)
                .map(ArticleImage::getImageId)
                .findFirst();
    }

    /** A flag for each image that cannot be used, and one if the lead cannot lead. */
    static List<QualityFlag> flags(List<ArticleImage> images) {
        List<QualityFlag> flags = new ArrayList<>();
        for (ArticleImage image : images) {
            if (isRuledOut(image)) {
                flags.add(flag(IMAGE_UNUSABLE, image));
            }
            if (image.getRoles().contains(ImageRole.LEAD) && cannotLead(image)) {
                flags.add(flag(LEAD_IMAGE_UNUSABLE, image));
            }
        }
        return flags;
    }

    /** Whether it is still to be asked for, or was not for want of time or means. */
    static boolean isOpen(ArticleImage image) {
        return isGap(image) || image.getVerdict() == ImageVerdict.UNKNOWN;
    }

    private static boolean isGap(ArticleImage image) {
        return switch (image.getVerdict()) {
            case PENDING, DEADLINE_EXCEEDED, BUDGET_EXHAUSTED, CHECKS_DISABLED -> true;
            default -> false;
        };
    }

    private static boolean mayLead(ArticleImage image) {
        return isUsable(image.getOutcome()) && image.getVerdict() != ImageVerdict.TOO_SMALL;
    }

    /** Known to be no lead; an image that could not be judged yet is not known to be none. */
    private static boolean cannotLead(ArticleImage image) {
        return isRuledOut(image) || image.getVerdict() == ImageVerdict.TOO_SMALL;
    }

    private static boolean isUsable(ImageOutcome outcome) {
        return switch (outcome) {
            case USABLE, USABLE_CONDITIONALLY -> true;
            case UNKNOWN, UNUSABLE, INCONCLUSIVE, REFUSED, UNCHECKED -> false;
        };
    }

    private static boolean isRuledOut(ArticleImage image) {
        return switch (image.getOutcome()) {
            case UNUSABLE, REFUSED -> true;
            case UNKNOWN, USABLE, USABLE_CONDITIONALLY, INCONCLUSIVE, UNCHECKED -> false;
        };
    }

    private static QualityFlag flag(String code, ArticleImage image) {
        return QualityFlag.newBuilder()
                .setCode(code)
                .setSeverity(Severity.WARNING)
                .setField("images")
                .setDetail(image.getImageId() + " " + image.getVerdict())
                .build();
    }
}
