package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.QualityCode;
import io.broadsheet.v1.Basis;
import io.broadsheet.v1.QualityFlag;

import java.lang.Character.UnicodeScript;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tells the language of an article: what its text says is weighed against what its source says.
 * Safe for many threads.
 */
public final class LanguageStep {

    /** What the text must reach to contradict the declaration. */
    private static final double CONTRADICTION_MIN = 0.9;

    /** Below this, and with nothing declared, no language is better than a wrong one. */
    private static final double DETECTION_MIN = 0.3;

    /** Of a text that fits either of two languages, of which one is declared. */
    private static final double BY_SHARED_SCRIPT = 0.5;

    private static final String FIELD = "inLanguage";

    private final TextLanguage texts;

    /** A step that finds these languages; a declared one may be another. */
    public LanguageStep(Languages languages) {
        this.texts = new TextLanguage(languages);
    }

    /**
     * The language of an article.
     *
     * @param title may be empty
     * @param text plain text of the body, may be empty
     * @param declared as the source says it, if it does
     */
    public LanguageGuess tell(String title, String text, Optional<String> declared) {
        List<QualityFlag> flags = new ArrayList<>();
        if (declared.isEmpty()) {
            flags.add(QualityCode.LANGUAGE_UNDECLARED.on(FIELD));
        }
        Optional<DeclaredLanguage> known = declared.flatMap(DeclaredLanguage::read);
        List<String> sample = Sample.of(title, text);
        Heard heard = texts.hear(sample, known.map(DeclaredLanguage::language));
        Optional<String> variant =
                heard.script() == UnicodeScript.HAN
                        ? HanVariants.scriptOf(String.join("\n", sample))
                        : Optional.empty();
        if (heard.mixed()) {
            flags.add(QualityCode.LANGUAGE_MIXED.on(FIELD));
        }
        var weighed = new Weighed(heard, variant, flags);
        return known.map(weighed::against).orElseGet(weighed::alone);
    }

    /** What was heard, about to be weighed. */
    private record Weighed(Heard heard, Optional<String> variant, List<QualityFlag> flags) {

        LanguageGuess alone() {
            return heard.language()
                    .filter(_ -> heard.confidence() >= DETECTION_MIN)
                    .map(this::detected)
                    .orElseGet(this::unknown);
        }

        private LanguageGuess detected(String language) {
            return guess(tag(language), Basis.DETECTED, heard.confidence());
        }

        private LanguageGuess unknown() {
            flags.add(QualityCode.LANGUAGE_UNKNOWN.on(FIELD));
            return new LanguageGuess(Optional.empty(), Basis.UNKNOWN, 0, flags);
        }

        LanguageGuess against(DeclaredLanguage said) {
            if (heard.language().isEmpty()) {
                return guess(said.tag(), Basis.DECLARED, 0);
            }
            String language = heard.language().get();
            if (Candidates.alikeTo(language).contains(said.language())) {
                return guess(agreed(said), Basis.DECLARED, heard.confidence());
            }
            if (mayBe(said)) {
                return guess(said.tag(), Basis.DECLARED, BY_SHARED_SCRIPT);
            }
            if (isUntold(said) || heard.confidence() < CONTRADICTION_MIN) {
                double doubt = isUntold(said) ? 0 : 1 - heard.confidence();
                return guess(said.tag(), Basis.DECLARED, doubt);
            }
            flags.add(QualityCode.LANGUAGE_CONFLICT.on(FIELD, "declared " + said.tag()));
            return detected(language);
        }

        /** Han alone is Chinese, unless a headline is declared Japanese. */
        private boolean mayBe(DeclaredLanguage said) {
            return heard.script() == UnicodeScript.HAN
                    && said.language().equals("ja")
                    && variant.isEmpty();
        }

        /** A language of which nothing is known but that it is written in this script. */
        private boolean isUntold(DeclaredLanguage said) {
            return !Candidates.all().contains(said.language())
                    && LanguageTag.of(said.language(), heard.script()).equals(said.language());
        }

        /** What is declared, with the script of the text if that has to be said. */
        private String agreed(DeclaredLanguage said) {
            String tag = tag(said.language());
            return tag.contains("-") ? tag : said.tag();
        }

        private String tag(String language) {
            return variant.filter(_ -> language.equals("zh"))
                    .map(script -> "zh-" + script)
                    .orElseGet(() -> LanguageTag.of(language, heard.script()));
        }

        private LanguageGuess guess(String tag, Basis basis, double confidence) {
            return new LanguageGuess(Optional.of(tag), basis, (float) confidence, flags);
        }
    }
}
