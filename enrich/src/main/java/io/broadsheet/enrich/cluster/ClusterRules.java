package io.broadsheet.enrich.cluster;

import io.broadsheet.v1.ArticleSketch;
import io.broadsheet.v1.ClusterRole;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether two articles say nearly the same, and by what signs. A wrong match is worse than a missed
 * one: the less text there is, and the more likely a common template, the more must agree.
 */
public final class ClusterRules {

    /** Below this a text may be a notice or a teaser that many articles share. */
    static final int WEIGHT_ALONE_MIN = 400;

    /** So much of the text must be common when nothing else is. */
    static final double SHINGLES_MIN = 0.6;

    /** Of one source: its pages have a template in common. */
    static final double SHINGLES_ONE_SOURCE_MIN = 0.85;

    /** Where headline or address are the same too. */
    static final double SHINGLES_SAME_NAME_MIN = 0.45;

    /** An excerpt: nearly all of the shorter text stands in the longer one. */
    static final double CONTAINED_MIN = 0.93;

    /** And is a good part of it. */
    static final double EXCERPT_MIN = 0.4;

    /** Another day's table of the same kind has other numbers. */
    static final double NUMBERS_MIN = 0.2;

    private ClusterRules() {}

    /** What the younger one is to the elder one; empty if they do not belong together. */
    public static Optional<Match> match(ArticleSketch elder, ArticleSketch younger) {
        Signs signs = Signs.of(elder, younger);
        boolean enoughText = Math.min(elder.getWeight(), younger.getWeight()) >= WEIGHT_ALONE_MIN;
        if (!enoughText && !signs.sameName()) {
            return Optional.empty();
        }
        return signs.sameText() || isNear(signs) ? Optional.of(match(signs)) : Optional.empty();
    }

    private static boolean isNear(Signs signs) {
        Likeness likeness = signs.likeness();
        boolean excerpt =
                likeness.contained() >= CONTAINED_MIN
                        && likeness.lengths() >= EXCERPT_MIN
                        && !signs.onlyTemplate();
        return likeness.numbers() >= NUMBERS_MIN
                && (likeness.shingles() >= shinglesMin(signs) || excerpt);
    }

    private static double shinglesMin(Signs signs) {
        if (signs.sameName()) {
            return SHINGLES_SAME_NAME_MIN;
        }
        return signs.onlyTemplate() ? SHINGLES_ONE_SOURCE_MIN : SHINGLES_MIN;
    }

    private static Match match(Signs signs) {
        float score = signs.sameText() ? 1 : (float) signs.likeness().shingles();
        return new Match(role(signs), score, signs.reasons());
    }

    private static ClusterRole role(Signs signs) {
        if (signs.sameText()) {
            return ClusterRole.EXACT_DUPLICATE;
        }
        return signs.sameSource() && signs.sameName()
                ? ClusterRole.REVISION_OF
                : ClusterRole.NEAR_DUPLICATE;
    }

    /**
     * What two articles have in common.
     *
     * @param sameText letter for letter
     */
    private record Signs(
            Likeness likeness,
            boolean sameText,
            boolean sameSource,
            boolean sameTitle,
            boolean sameAddress,
            boolean sameImage) {

        static Signs of(ArticleSketch elder, ArticleSketch younger) {
            return new Signs(
                    Likeness.of(elder, younger),
                    elder.getTextHash() == younger.getTextHash(),
                    elder.getSource() == younger.getSource(),
                    Likeness.same(elder.getTitle(), younger.getTitle()),
                    Likeness.same(elder.getAddress(), younger.getAddress()),
                    Likeness.same(elder.getImage(), younger.getImage()));
        }

        boolean sameName() {
            return sameTitle || sameAddress;
        }

        /** Two pages of one source under two names. */
        boolean onlyTemplate() {
            return sameSource && !sameName();
        }

        List<String> reasons() {
            List<String> reasons = new ArrayList<>();
            reasons.add(sameText ? "same-text" : number("text-shingles", likeness.shingles()));
            if (!sameText && likeness.contained() >= CONTAINED_MIN) {
                reasons.add(number("contained", likeness.contained()));
            }
            reasons.add(number("length-ratio", likeness.lengths()));
            add(reasons, sameTitle, "same-title");
            add(reasons, sameAddress, "same-normalised-url");
            add(reasons, sameImage, "same-lead-image");
            add(reasons, sameSource, "same-source");
            return List.copyOf(reasons);
        }

        private static void add(List<String> reasons, boolean holds, String reason) {
            if (holds) {
                reasons.add(reason);
            }
        }

        private static String number(String reason, double share) {
            return String.format(Locale.ROOT, "%s %.2f", reason, share);
        }
    }
}
