package io.broadsheet.enrich.step.language;

import static java.util.stream.Collectors.toUnmodifiableSet;

import java.lang.Character.UnicodeScript;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages that are told apart. A script of one language needs no model; for the others the
 * model chooses among these.
 */
final class Candidates {

    /** Scripts in which one language of news is written. */
    private static final Map<UnicodeScript, String> ALONE =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HAN, "zh"),
                    Map.entry(UnicodeScript.BOPOMOFO, "zh"),
                    Map.entry(UnicodeScript.HIRAGANA, "ja"),
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.LAO, "lo"),
                    Map.entry(UnicodeScript.KHMER, "km"),
                    Map.entry(UnicodeScript.MYANMAR, "my"),
                    Map.entry(UnicodeScript.TIBETAN, "bo"),
                    Map.entry(UnicodeScript.MONGOLIAN, "mn"),
                    Map.entry(UnicodeScript.HEBREW, "he"),
                    Map.entry(UnicodeScript.THAANA, "dv"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.ARMENIAN, "hy"),
                    Map.entry(UnicodeScript.GEORGIAN, "ka"),
                    Map.entry(UnicodeScript.BENGALI, "bn"),
                    Map.entry(UnicodeScript.TAMIL, "ta"),
                    Map.entry(UnicodeScript.TELUGU, "te"),
                    Map.entry(UnicodeScript.KANNADA, "kn"),
                    Map.entry(UnicodeScript.MALAYALAM, "ml"),
                    Map.entry(UnicodeScript.GUJARATI, "gu"),
                    Map.entry(UnicodeScript.GURMUKHI, "pa"),
                    Map.entry(UnicodeScript.ORIYA, "or"),
                    Map.entry(UnicodeScript.SINHALA, "si"));

    /** Those the model knows: a test holds that it knows no other. */
    private static final Map<UnicodeScript, Set<String>> SHARED =
            Map.of(
                    UnicodeScript.LATIN,
                    words(
                            "af az bs ca cs cy da de en eo es et eu fi fr ga hr hu id is it la lg",
                            "lt lv mi ms nb nl nn om pl pt ro sk sl sn so sq st sv sw tl tn tr ts",
                            "vi xh yo zu"),
                    UnicodeScript.CYRILLIC,
                    words("be bg kk mk mn ru sr uk"),
                    UnicodeScript.ARABIC,
                    words("ar fa ur"),
                    UnicodeScript.DEVANAGARI,
                    words("hi mr ne"),
                    UnicodeScript.ETHIOPIC,
                    words("am ti"));

    private static final Set<String> ALL =
            Stream.concat(ALONE.values().stream(), SHARED.values().stream().flatMap(Set::stream))
                    .collect(toUnmodifiableSet());

    /**
     * Languages that write so much alike that a text of one seldom contradicts who says that it is
     * another: between them a declaration decides.
     */
    private static final List<Set<String>> SIBLINGS =
            List.of(Set.of("bs", "hr", "sr", "sh"), Set.of("id", "ms"), Set.of("nb", "nn", "no"));

    private Candidates() {}

    /** The language of a script that has but one. */
    static Optional<String> aloneIn(UnicodeScript script) {
        return Optional.ofNullable(ALONE.get(script));
    }

    /** The languages of a script that has several. */
    static Set<String> sharing(UnicodeScript script) {
        return SHARED.getOrDefault(script, Set.of());
    }

    /** Every language that a text can be found to be in. */
    static Set<String> all() {
        return ALL;
    }

    /** A language and its siblings. */
    static Set<String> alikeTo(String language) {
        return SIBLINGS.stream()
                .filter(those -> those.contains(language))
                .findFirst()
                .orElseGet(() -> Set.of(language));
    }

    private static Set<String> words(String... lines) {
        return Set.of(String.join(" ", lines).split(" ", -1));
    }
}
