package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.language.NgramModel.Label;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * How the candidates of one script stand, by what the model says of a text and, for a declared one,
 * by what the source says.
 */
final class Ranking {

    /**
     * Letters are no independent witnesses; this makes of the model's figures probabilities: of the
     * texts for which they say 0.7, about seven in ten are right.
     */
    private static final double SHARPNESS = 0.5 * NgramModel.UNIT;

    /** How much likelier the declared language is before the text is looked at. */
    private static final double PRIOR = Math.log(4);

    /** Below this, in nats under the best, nothing is left of a probability. */
    private static final double NEGLIGIBLE = -20;

    private static final List<Label> LABELS = NgramModel.shared().labels();

    private final double[] weights;
    private int best;

    /**
     * Ranks.
     *
     * @param scores as the model gives them
     * @param priors one for each label
     */
    Ranking(int[] scores, double[] priors) {
        weights = priors.clone();
        for (int i = 0; i < weights.length; i++) {
            weights[i] += SHARPNESS * scores[i];
            best = weights[i] > weights[best] ? i : best;
        }
    }

    /**
     * What is known before the text is looked at.
     *
     * @param among the languages that it may be
     * @param declared the language declared, or none of them
     */
    static double[] priors(UnicodeScript script, Set<String> among, String declared) {
        double[] priors = new double[LABELS.size()];
        Arrays.fill(priors, Double.NEGATIVE_INFINITY);
        for (int i = 0; i < priors.length; i++) {
            Label label = LABELS.get(i);
            if (label.script() == script && among.contains(label.language())) {
                priors[i] = label.language().equals(declared) ? PRIOR : 0;
            }
        }
        return priors;
    }

    /** The likeliest. */
    String best() {
        return LABELS.get(best).language();
    }

    /** The place of the likeliest among the labels. */
    int bestAt() {
        return best;
    }

    /** How likely it is that the language is one of these: 0 to 1. */
    double probability(Set<String> languages) {
        double all = 0;
        double theirs = 0;
        for (int i = 0; i < weights.length; i++) {
            double behind = weights[i] - weights[best];
            if (behind > NEGLIGIBLE) {
                double weight = Math.exp(behind);
                all += weight;
                theirs += languages.contains(LABELS.get(i).language()) ? weight : 0;
            }
        }
        return theirs / all;
    }
}
