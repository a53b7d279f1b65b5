package io.broadsheet.enrich.step.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Hears the language of a text: by its script where that tells, which is certain and costs nothing,
 * and where several languages share the script by the model.
 */
final class TextLanguage {

    /** Fewer letters of a script that several languages share say nothing. */
    private static final int MODEL_LETTERS_MIN = 3;

    /** A part with fewer says nothing about whether the text is mixed. */
    private static final int PART_LETTERS_MIN = 24;

    /** What a part must reach to be of another language than the whole. */
    private static final double PART_SURE = 0.9;

    /** Names and terms of another script are part of any language. */
    private static final double SCRIPT_SHARE_MIN = 0.8;

    private static final double SURE = 0.99;
    private static final double OF_ONE_LETTER = 0.6;

    private final Languages languages;

    TextLanguage(Languages languages) {
        this.languages = languages;
    }

    /**
     * What the parts of a text say.
     *
     * @param declared the language that the source says, which may be one that is not configured
     */
    Heard hear(List<String> parts, Optional<String> declared) {
        ScriptCount scripts = ScriptCount.of(String.join("\n", parts));
        Optional<UnicodeScript> dominant = scripts.dominant();
        if (dominant.isEmpty()) {
            return Heard.nothing(UnicodeScript.COMMON);
        }
        UnicodeScript script = dominant.get();
        double share = Math.min(1, scripts.share(script) / SCRIPT_SHARE_MIN);
        Optional<String> alone = Candidates.aloneIn(script);
        if (alone.isPresent()) {
            double sure = scripts.total() > 1 ? SURE : OF_ONE_LETTER;
            return allowed(alone.get(), declared)
                    ? new Heard(script, alone, sure, false).times(share)
                    : Heard.nothing(script);
        }
        Set<String> among = candidates(script, declared);
        return among.isEmpty() || scripts.of(script) < MODEL_LETTERS_MIN
                ? Heard.nothing(script)
                : modelled(parts, script, Ranking.priors(script, among, declared.orElse("")))
                        .times(share);
    }

    private boolean allowed(String language, Optional<String> declared) {
        return languages.has(language) || declared.filter(language::equals).isPresent();
    }

    private Set<String> candidates(UnicodeScript script, Optional<String> declared) {
        Set<String> among = new HashSet<>(Candidates.sharing(script));
        among.removeIf(language -> !allowed(language, declared));
        return among;
    }

    private static Heard modelled(List<String> parts, UnicodeScript script, double[] priors) {
        NgramModel model = NgramModel.shared();
        int[][] scores = new int[parts.size()][model.labels().size()];
        int[] letters = new int[parts.size()];
        int[] sum = new int[model.labels().size()];
        for (int part = 0; part < scores.length; part++) {
            String its = Letters.of(parts.get(part), script);
            letters[part] = model.score(its, scores[part]);
            add(scores[part], sum);
        }
        int all = Arrays.stream(letters).sum();
        var whole = new Ranking(sum, priors);
        double likely = Math.min(SURE, whole.probability(Set.of(whole.best())));
        double fit = Fit.of(sum[whole.bestAt()], all, script);
        var heard = new Heard(script, Optional.of(whole.best()), likely * fit, false);
        return scores.length > 1
                ? heard.times(agreement(whole.best(), scores, letters, priors))
                : heard;
    }

    private static void add(int[] scores, int[] sum) {
        for (int i = 0; i < sum.length; i++) {
            sum[i] += scores[i];
        }
    }

    /** The share of the letters in parts that are not clearly of another language. */
    private static double agreement(
            String language, int[][] scores, int[] letters, double[] priors) {
        Set<String> alike = Candidates.alikeTo(language);
        int all = 0;
        int others = 0;
        for (int part = 0; part < scores.length; part++) {
            all += letters[part];
            boolean other =
                    letters[part] >= PART_LETTERS_MIN
                            && new Ranking(scores[part], priors).probability(alike) < 1 - PART_SURE;
            others += other ? letters[part] : 0;
        }
        return all == 0 ? 1 : 1 - (double) others / all;
    }
}
