package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.runtime.failure.SafeText;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Tells the language of a text: by its script first, which is certain and costs nothing, and where
 * several languages share the script by a model, with the declared language as a prior.
 */
public final class LanguageStep {

    /** Enough for the model; more costs time in proportion. */
    private static final int MODEL_CHARS_MAX = 300;

    private static final int SCRIPT_CHARS_MAX = 1500;

    /** Fewer letters say nothing about a language. */
    private static final int LETTERS_MIN = 2;

    private static final int MODEL_LETTERS_MIN = 8;

    /** How much likelier the declared language is before the text is looked at. */
    private static final double PRIOR = 4;

    /** What the text must reach to contradict the declaration. */
    private static final double CONTRADICTION_MIN = 0.9;

    /** Below this, and with nothing declared, no language is better than a wrong one. */
    private static final double DETECTION_MIN = 0.5;

    private static final float BY_SCRIPT = 0.99f;
    private static final float BY_SHARED_SCRIPT = 0.5f;
    private static final String FIELD = "inLanguage";

    private LanguageStep() {}

    /** What a text says about its own language. */
    private record Found(String tag, String language, double confidence) {}

    /**
     * The language of an article.
     *
     * @param title may be empty
     * @param text plain text of the body, may be empty
     * @param declared as the source says it, if it does
     */
    public static LanguageGuess tell(String title, String text, Optional<String> declared) {
        List<QualityFlag> flags = new ArrayList<>();
        if (declared.isEmpty()) {
            flags.add(QualityCode.LANGUAGE_UNDECLARED.on(FIELD));
        }
        Optional<DeclaredLanguage> known = declared.flatMap(DeclaredLanguage::read);
        String sample = SafeText.cut(title + "\n" + text, SCRIPT_CHARS_MAX);
        Optional<Found> found = find(sample, known);
        return known.map(said -> weigh(said, found, flags)).orElseGet(() -> detected(found, flags));
    }

    private static Optional<Found> find(String sample, Optional<DeclaredLanguage> declared) {
        ScriptCount scripts = ScriptCount.of(sample);
        if (scripts.total() < LETTERS_MIN) {
            return Optional.empty();
        }
        return scripts.dominant().flatMap(script -> inScript(script, scripts, sample, declared));
    }

    private static Optional<Found> inScript(
            UnicodeScript script,
            ScriptCount scripts,
            String sample,
            Optional<DeclaredLanguage> declared) {
        if (script == UnicodeScript.HAN) {
            return Optional.of(chinese(sample, declared));
        }
        Optional<Found> alone =
                Candidates.aloneIn(script)
                        .map(language -> new Found(language, language, BY_SCRIPT));
        return alone.isPresent() || scripts.of(script) < MODEL_LETTERS_MIN
                ? alone
                : modelled(script, sample, declared);
    }

    /** Han without kana is Chinese, unless a headline is declared Japanese. */
    private static Found chinese(String sample, Optional<DeclaredLanguage> declared) {
        boolean japanese = declared.filter(said -> said.language().equals("ja")).isPresent();
        Optional<String> variant = HanVariants.scriptOf(sample);
        if (japanese && variant.isEmpty()) {
            return new Found("ja", "ja", BY_SHARED_SCRIPT);
        }
        return variant.map(script -> new Found("zh-" + script, "zh", BY_SCRIPT))
                .orElseGet(() -> new Found("zh", "zh", BY_SCRIPT));
    }

    private static Optional<Found> modelled(
            UnicodeScript script, String sample, Optional<DeclaredLanguage> declared) {
        Map<String, String> candidates = Candidates.sharing(script);
        if (candidates.isEmpty()) {
            return Optional.empty();
        }
        String excerpt = excerpt(sample, script);
        double sum = 0;
        Found best = new Found("", "", 0);
        for (var entry : LanguageModel.probabilities(excerpt, candidates.keySet()).entrySet()) {
            String language = candidates.getOrDefault(entry.getKey(), "");
            boolean said = declared.filter(d -> d.language().equals(language)).isPresent();
            double weight = entry.getValue() * (said ? PRIOR : 1);
            sum += weight;
            best = weight > best.confidence() ? new Found(tag(language), language, weight) : best;
        }
        return best.confidence() == 0
                ? Optional.empty()
                : Optional.of(new Found(best.tag(), best.language(), best.confidence() / sum));
    }

    /** Words of other scripts, figures and signs say nothing and cost room. */
    private static String excerpt(String sample, UnicodeScript script) {
        var excerpt = new StringBuilder(MODEL_CHARS_MAX);
        for (int at = 0; at < sample.length() && excerpt.length() < MODEL_CHARS_MAX; ) {
            int c = sample.codePointAt(at);
            at += Character.charCount(c);
            UnicodeScript its = UnicodeScript.of(c);
            if (its == script || its == UnicodeScript.INHERITED || c == '\'' || c == '’') {
                excerpt.appendCodePoint(c);
            } else if (!excerpt.isEmpty() && excerpt.charAt(excerpt.length() - 1) != ' ') {
                excerpt.append(' ');
            }
        }
        return excerpt.toString();
    }

    /** Serbian alone among these is written in two scripts; the model knows it in Cyrillic. */
    private static String tag(String language) {
        return language.equals("sr") ? "sr-Cyrl" : language;
    }

    private static LanguageGuess weigh(
            DeclaredLanguage said, Optional<Found> found, List<QualityFlag> flags) {
        if (found.isEmpty()) {
            return new LanguageGuess(Optional.of(said.tag()), Basis.DECLARED, 0, flags);
        }
        Found heard = found.get();
        if (heard.language().equals(said.language())) {
            String tag = said.tag().contains("-") ? said.tag() : heard.tag();
            boolean finer = heard.tag().contains("-");
            return new LanguageGuess(
                    Optional.of(finer ? heard.tag() : tag),
                    Basis.DECLARED,
                    (float) heard.confidence(),
                    flags);
        }
        if (heard.confidence() < CONTRADICTION_MIN) {
            float doubt = (float) (1 - heard.confidence());
            return new LanguageGuess(Optional.of(said.tag()), Basis.DECLARED, doubt, flags);
        }
        flags.add(QualityCode.LANGUAGE_CONFLICT.on(FIELD, "declared " + said.tag()));
        return detected(found, flags);
    }

    private static LanguageGuess detected(Optional<Found> found, List<QualityFlag> flags) {
        return found.filter(heard -> heard.confidence() >= DETECTION_MIN)
                .map(heard ->
                        new LanguageGuess(
                                Optional.of(heard.tag()),
                                Basis.DETECTED,
                                (float) heard.confidence(),
                                flags))
                .orElseGet(() -> new LanguageGuess(Optional.empty(), Basis.UNKNOWN, 0, flags));
    }
}
