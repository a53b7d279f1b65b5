package io.broadsheet.enrich.step.language;

import java.util.IllformedLocaleException;
import java.util.Locale;
import java.util.Optional;

/**
 * What a source says its language is.
 *
 * @param tag BCP 47, canonical
 * @param language its primary subtag, in the code of today
 */
record DeclaredLanguage(String tag, String language) {

    private static final int CHARS_MAX = 35;

    /** Reads a declaration, {@code zh_CN} and {@code en-us} too; empty if it is no language. */
    static Optional<DeclaredLanguage> read(String declared) {
        String cleaned = declared.strip().replace('_', '-');
        if (cleaned.isEmpty() || cleaned.length() > CHARS_MAX) {
            return Optional.empty();
        }
        try {
            Locale locale = new Locale.Builder().setLanguageTag(cleaned).build();
            String language = locale.getLanguage();
            return language.isEmpty() || language.equals("und") || isUnknown(locale)
                    ? Optional.empty()
                    : Optional.of(
                            new DeclaredLanguage(locale.toLanguageTag(), norwegian(language)));
        } catch (IllformedLocaleException e) {
            return Optional.empty();
        }
    }

    /** A language without a name, such as the "cn" of those who mean Chinese. */
    private static boolean isUnknown(Locale locale) {
        return locale.getDisplayLanguage(Locale.ROOT).equals(locale.getLanguage());
    }

    /** "no" stands for either written form and practically for Bokmål. */
    private static String norwegian(String language) {
        return language.equals("no") ? "nb" : language;
    }
}
