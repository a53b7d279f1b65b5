package io.broadsheet.enrich.step.about;

import java.util.Locale;
import java.util.Set;

/**
 * What programs write where an author's name is missing, as "No Author" or "undefined": it says
 * that nobody is named. What people sign with to stay unknown, as "Anonymous", is a name.
 */
final class Placeholder {

    private static final Set<String> WORDS =
            Set.of(
                    "author",
                    "author name",
                    "author unknown",
                    "no author",
                    "no name",
                    "not available",
                    "not specified",
                    "unknown",
                    "unknown author",
                    "unspecified",
                    "your name",
                    "n/a",
                    "nan",
                    "nil",
                    "none",
                    "null",
                    "undefined",
                    "[object object]",
                    "unbekannt",
                    "autor unbekannt",
                    "auteur inconnu",
                    "inconnu",
                    "autor desconocido",
                    "desconocido",
                    "desconhecido",
                    "sconosciuto",
                    "без автора",
                    "неизвестен",
                    "неизвестный автор",
                    "未知",
                    "未知作者",
                    "作者不详",
                    "作者不詳");

    private Placeholder() {}

    static boolean is(String name) {
        return WORDS.contains(name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " "))
                || name.codePoints().noneMatch(Character::isLetterOrDigit);
    }
}
