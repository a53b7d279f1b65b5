package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.language.NgramHash;
import io.broadsheet.enrich.step.language.NgramModel;

import java.util.HashMap;
import java.util.Map;

/**
 * Of what is known of a language the part worth keeping: a run is kept if, over all the text of the
 * language, the shorter runs within it would say something else about its last letter (Stolcke's
 * pruning by relative entropy). What is kept is the difference to what they say.
 */
final class Deltas {

    /** What remains of a probability where a run is not known and a shorter one is asked. */
    private static final double BACKOFF = Math.log(0.4);

    /** The logarithm of the probability of a letter that the language does not have. */
    private static final double UNKNOWN = -14;

    private final Counts counts;
    private final double worthMin;

    /** By run, what it says after rounding; only those that are kept. */
    private final Map<String, Double> says = new HashMap<>();

    private final Map<String, Byte> kept = new HashMap<>();

    private Deltas(Counts counts, double worthMin) {
        this.counts = counts;
        this.worthMin = worthMin;
    }

    /**
     * The runs worth keeping.
     *
     * @param worthMin in nats a letter of text
     */
    static Map<String, Byte> of(Counts counts, double worthMin) {
        var deltas = new Deltas(counts, worthMin);
        for (int length = 1; length <= NgramHash.LONGEST; length++) {
            for (var run : counts.ofLength(length).entrySet()) {
                deltas.take(run.getKey(), run.getValue());
            }
        }
        return deltas.kept;
    }

    private void take(String run, double logProbability) {
        double without = without(run);
        double delta = logProbability - without;
        int units = Math.clamp(Math.round(delta / NgramModel.UNIT), Byte.MIN_VALUE, Byte.MAX_VALUE);
        double worth = counts.joint(run) * Math.abs(delta);
        if (units != 0 && (run.length() == 1 || worth >= worthMin)) {
            kept.put(run, (byte) units);
            says.put(run, without + units * NgramModel.UNIT);
        }
    }

    /** What the shorter runs at its end say; one step of backing off is the same for all. */
    private double without(String run) {
        double said = UNKNOWN;
        int steps = run.length();
        for (int from = 1; from < run.length(); from++) {
            Double shorter = says.get(run.substring(from));
            if (shorter != null) {
                said = shorter;
                steps = from;
                break;
            }
        }
        return run.length() == 1 ? UNKNOWN : said + steps * BACKOFF;
    }
}
