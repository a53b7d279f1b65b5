package io.broadsheet.enrich.step.language;

import java.lang.Character.UnicodeScript;
import java.util.Set;

/**
 * How well a text fits the likeliest language at all, which tells gibberish and the languages that
 * the model does not know: the best of the candidates is likelier than the others there too.
 *
 * <p>Of sentences in a language that the model knows one in a hundred stays below {@link #GOOD}, of
 * random letters all but a few do, of sentences in Maltese, Breton or Kurdish most.
 */
final class Fit {

    /** In nats a letter over what an unknown letter would say: fits as a language does. */
    private static final double GOOD = 12.5;

    /** Fits no better than random letters. */
    private static final double BAD = 10.5;

    /** What was learned of other scripts is too little to know how well they should fit. */
    private static final Set<UnicodeScript> KNOWN =
            Set.of(UnicodeScript.LATIN, UnicodeScript.CYRILLIC, UnicodeScript.ARABIC);

    private Fit() {}

    /**
     * What remains of the confidence: 0 to 1.
     *
     * @param score of the likeliest language, in {@link NgramModel#UNIT}s
     * @param letters that the score is of
     */
    static double of(int score, int letters, UnicodeScript script) {
        if (letters == 0 || !KNOWN.contains(script)) {
            return 1;
        }
        double perLetter = score * NgramModel.UNIT / letters;
        return Math.clamp((perLetter - BAD) / (GOOD - BAD), 0, 1);
    }
}
