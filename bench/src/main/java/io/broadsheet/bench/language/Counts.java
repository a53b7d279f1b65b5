package io.broadsheet.bench.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What is known of the letters of one language: for runs of one to five letters the logarithm of
 * the probability of the last, given those before it.
 */
final class Counts {

    private final List<Map<String, Float>> byLength = new ArrayList<>();

    Counts(int longest) {
        for (int length = 0; length <= longest; length++) {
            byLength.add(new HashMap<>());
        }
    }

    void put(String run, double logProbability) {
        byLength.get(run.length()).put(run, (float) logProbability);
    }

    /** The runs of one length, and the logarithm for each. */
    Map<String, Float> ofLength(int length) {
        return byLength.get(length);
    }

    /** How likely the whole run is: the product of the probabilities of its letters. */
    double joint(String run) {
        double sum = 0;
        for (int end = 1; end <= run.length(); end++) {
            sum += byLength.get(end).getOrDefault(run.substring(0, end), -12f);
        }
        return Math.exp(sum);
    }
}
