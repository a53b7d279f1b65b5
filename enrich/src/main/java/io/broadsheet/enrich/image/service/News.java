package io.broadsheet.enrich.image.service;

import io.broadsheet.enrich.image.verdict.Outcomes;
import io.broadsheet.v1.ImageCheck;
import io.broadsheet.v1.ImageOutcome;

/** Whether a check says something that the articles with the image should hear. */
final class News {

    private News() {}

    /**
     * A usable picture that fails once is no news, since most of what fails is well again tomorrow;
     * that it has failed for good is. One way of not knowing after another is none either.
     */
    static boolean isIn(ImageCheck before, ImageCheck after) {
        boolean differs = before.getVerdict() != after.getVerdict();
        return switch (after.getOutcome()) {
            case USABLE, USABLE_CONDITIONALLY, REFUSED -> differs;
            case UNUSABLE ->
                    Outcomes.isUsable(before.getVerdict())
                            ? after.getConclusive()
                            : differs || settles(before, after);
            case INCONCLUSIVE -> settles(before, after) || isUnasked(before);
            case UNCHECKED, UNKNOWN -> false;
        };
    }

    private static boolean settles(ImageCheck before, ImageCheck after) {
        return after.getConclusive() && !before.getConclusive();
    }

    private static boolean isUnasked(ImageCheck check) {
        return check.getOutcome() == ImageOutcome.UNCHECKED;
    }
}
