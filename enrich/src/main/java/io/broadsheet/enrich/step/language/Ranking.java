package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.language.NgramModel.Label;

import java.lang.Character.UnicodeScript;
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

    private final List<Label> labels;
    private final double[] weights;
    private int best = -1;

    /**
     * Ranks.
     *
     * @param scores as the model gives them
     * @param among the languages that it may be
     * @param declared the language declared, or none of them
     */
    Ranking(int[] scores, UnicodeScript script, Set<String> among, String declared) {
        labels = NgramModel.shared().labels();
        weights = new double[scores.length];
        for (int i = 0; i < scores.length; i++) {
            Label label = labels.get(i);
            boolean candidate = label.script() == script && among.contains(label.language());
            double prior = label.language().equals(declared) ? PRIOR : 0;
            weights[i] = candidate ? SHARPNESS * scores[i] + prior : Double.NEGATIVE_INFINITY;
            if (candidate && (best < 0 || weights[i] > weights[best])) {
                best = i;
            }
        }
    }

    /** The likeliest. */
    String best() {
        return labels.get(best).language();
    }

    /** How likely a language is, or its siblings if it has any: 0 to 1. */
    double probability(String language, boolean siblings) {
        double all = 0;
        double its = 0;
        for (int i = 0; i < weights.length; i++) {
            double weight = Math.exp(weights[i] - weights[best]);
            all += weight;
            String other = labels.get(i).language();
            boolean counts =
                    siblings ? Candidates.alike(language, other) : language.equals(other);
            its += counts ? weight : 0;
        }
        return its / all;
    }
}
