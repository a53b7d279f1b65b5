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

    /** Fewer letters say nothing about a language. */
    private static final int LETTERS_MIN = 2;

    /** A part with fewer says nothing about whether the text is mixed. */
    private static final int PART_LETTERS_MIN = 24;

    /** What a part must reach to be of another language than the whole. */
    private static final double PART_SURE = 0.9;

    /** Names and terms of another script are part of any language. */
    private static final double SCRIPT_SHARE_MIN = 0.8;

    private static final double MIXED_BELOW = 0.75;
    private static final double SURE = 0.99;

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
        if (dominant.isEmpty() || scripts.total() < LETTERS_MIN) {
            return Heard.nothing(UnicodeScript.COMMON);
        }
        UnicodeScript script = dominant.get();
        double share = Math.min(1, scripts.share(script) / SCRIPT_SHARE_MIN);
        Optional<String> alone = Candidates.aloneIn(script);
        if (alone.isPresent()) {
            return allowed(alone.get(), declared)
                    ? new Heard(script, alone, SURE * share, share < MIXED_BELOW)
                    : Heard.nothing(script);
        }
        Set<String> among = candidates(script, declared);
        return among.isEmpty()
                ? Heard.nothing(script)
                : modelled(parts, new Question(script, among, declared.orElse(""), share));
    }

    /** What the model is asked. */
    private record Question(
            UnicodeScript script, Set<String> among, String declared, double share) {

        Ranking rank(int[] scores) {
            return new Ranking(scores, script, among, declared);
        }
    }

    private boolean allowed(String language, Optional<String> declared) {
        return languages.has(language) || declared.filter(language::equals).isPresent();
    }

    private Set<String> candidates(UnicodeScript script, Optional<String> declared) {
        Set<String> among = new HashSet<>(Candidates.sharing(script));
        among.removeIf(language -> !allowed(language, declared));
        return among;
    }

    private static Heard modelled(List<String> parts, Question question) {
        NgramModel model = NgramModel.shared();
        int[][] scores = new int[parts.size()][model.labels().size()];
        int[] letters = new int[parts.size()];
        int[] sum = new int[model.labels().size()];
        for (int part = 0; part < scores.length; part++) {
            String its = Letters.of(parts.get(part), question.script());
            letters[part] = its.length();
            model.score(its, scores[part]);
            Arrays.setAll(sum, with(sum, scores[part]));
        }
        Ranking whole = question.rank(sum);
        double share = question.share();
        if (scores.length > 1) {
            share *= agreement(whole.best(), scores, letters, question);
        }
        double likely = whole.probability(whole.best(), false);
        return new Heard(
                question.script(),
                Optional.of(whole.best()),
                Math.min(SURE, likely) * share,
                share < MIXED_BELOW);
    }

    private static java.util.function.IntUnaryOperator with(int[] sum, int[] more) {
        return at -> sum[at] + more[at];
    }

    /** The share of the letters in parts that are not clearly of another language. */
    private static double agreement(
            String language, int[][] scores, int[] letters, Question question) {
        int all = 0;
        int others = 0;
        for (int part = 0; part < scores.length; part++) {
            all += letters[part];
            if (letters[part] >= PART_LETTERS_MIN) {
                Ranking its = question.rank(scores[part]);
                boolean other = 1 - its.probability(language, true) > PART_SURE;
                others += other ? letters[part] : 0;
            }
        }
        return all == 0 ? 1 : 1 - (double) others / all;
    }
}
