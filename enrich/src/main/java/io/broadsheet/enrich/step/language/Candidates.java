package io.broadsheet.enrich.step.language;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The languages that are told apart. A script of one language needs no model; for the others the
 * model chooses among these only, because every language more costs the others accuracy.
 */
final class Candidates {

    /** Scripts in which one language of news is written. */
    private static final Map<UnicodeScript, String> ALONE =
            Map.ofEntries(
                    Map.entry(UnicodeScript.HIRAGANA, "ja"),
                    Map.entry(UnicodeScript.HANGUL, "ko"),
                    Map.entry(UnicodeScript.THAI, "th"),
                    Map.entry(UnicodeScript.LAO, "lo"),
                    Map.entry(UnicodeScript.KHMER, "km"),
                    Map.entry(UnicodeScript.MYANMAR, "my"),
                    Map.entry(UnicodeScript.TIBETAN, "bo"),
                    Map.entry(UnicodeScript.HEBREW, "he"),
                    Map.entry(UnicodeScript.GREEK, "el"),
                    Map.entry(UnicodeScript.ARMENIAN, "hy"),
                    Map.entry(UnicodeScript.GEORGIAN, "ka"),
                    Map.entry(UnicodeScript.ETHIOPIC, "am"),
                    Map.entry(UnicodeScript.BENGALI, "bn"),
                    Map.entry(UnicodeScript.TAMIL, "ta"),
                    Map.entry(UnicodeScript.TELUGU, "te"),
                    Map.entry(UnicodeScript.KANNADA, "kn"),
                    Map.entry(UnicodeScript.MALAYALAM, "ml"),
                    Map.entry(UnicodeScript.GUJARATI, "gu"),
                    Map.entry(UnicodeScript.GURMUKHI, "pa"),
                    Map.entry(UnicodeScript.SINHALA, "si"));

    /** ISO 639-3, as the model says it, to BCP 47. */
    private static final Map<UnicodeScript, Map<String, String>> SHARED =
            Map.of(
                    UnicodeScript.LATIN,
                            table(
                                    "eng en", "deu de", "fra fr", "spa es", "ita it", "por pt",
                                    "nld nl", "swe sv", "dan da", "nob nb", "fin fi", "pol pl",
                                    "ces cs", "slk sk", "hun hu", "ron ro", "hrv hr", "slv sl",
                                    "lit lt", "lvs lv", "est et", "tur tr", "vie vi", "ind id",
                                    "cat ca"),
                    UnicodeScript.CYRILLIC,
                            table(
                                    "rus ru", "ukr uk", "bul bg", "srp sr", "bel be", "mkd mk",
                                    "kaz kk"),
                    UnicodeScript.ARABIC, table("ara ar", "pes fa", "urd ur"),
                    UnicodeScript.DEVANAGARI, table("hin hi", "mar mr", "nep ne"));

    private Candidates() {}

    /** The language of a script that has but one. */
    static Optional<String> aloneIn(UnicodeScript script) {
        return Optional.ofNullable(ALONE.get(script));
    }

    /** The languages of a script that has several: ISO 639-3 to BCP 47. */
    static Map<String, String> sharing(UnicodeScript script) {
        return SHARED.getOrDefault(script, Map.of());
    }

    private static Map<String, String> table(String... pairs) {
        Map<String, String> table = new TreeMap<>();
        for (String pair : pairs) {
            table.put(pair.substring(0, 3), pair.substring(4));
        }
        return Map.copyOf(table);
    }
}
