package io.broadsheet.enrich.step.language;

import com.ibm.icu.lang.UScript;
import com.ibm.icu.util.ULocale;

import java.lang.Character.UnicodeScript;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes a language as BCP 47: with a script for the languages that are commonly written in several
 * and where the script is not the usual one of the language (CLDR's likely subtags), else without,
 * as its registry recommends (Suppress-Script).
 */
final class LanguageTag {

    /** Written in several scripts today, so that the language alone says too little. */
    private static final Set<String> ALWAYS_WITH_SCRIPT = Set.of("az", "ku", "sr", "uz");

    /** What CLDR says of each language asked for, which are few. */
    private static final Map<String, String> USUAL = new ConcurrentHashMap<>();

    private LanguageTag() {}

    /** The tag of a language in a script. */
    static String of(String language, UnicodeScript script) {
        String code = UScript.getShortName(UScript.getCodeFromName(script.name()));
        boolean needed = ALWAYS_WITH_SCRIPT.contains(language) || !isUsual(language, code);
        return needed ? language + "-" + code : language;
    }

    /** Whether a language is usually written in a script; Han and kana are part of compounds. */
    static boolean isUsual(String language, String code) {
        String usual = USUAL.computeIfAbsent(language, LanguageTag::usual);
        return switch (usual) {
            case "" -> true;
            case "Jpan" -> Set.of("Hani", "Hira", "Kana").contains(code);
            case "Kore" -> Set.of("Hang", "Hani").contains(code);
            case "Hans", "Hant" -> Set.of("Hani", "Bopo").contains(code);
            default -> usual.equals(code);
        };
    }

    private static String usual(String language) {
        return ULocale.addLikelySubtags(new ULocale(language)).getScript();
    }
}
