package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Links to the page that a site has of one who writes for it. */
final class AuthorLink {

    /** How the part of a site is called that has these pages, in its addresses. */
    private static final Set<String> PARTS =
            WordList.setOf(
                    """
                    author authors autor autores autoren autorin auteur auteurs autore autori
                    writers journalist journalists reporter reporters columnist columnists
                    contributor contributors redakteur redakteure avtor avtory byline bylines
                    """);

    private static final int WORDS_MIN = 2;
    private static final int WORDS_MAX = 4;

    private AuthorLink() {}

    /** Whether it leads there and reads as a name. */
    static boolean is(Element element) {
        return element.nameIs("a")
                && leadsToAuthor(element.attr("href"))
                && readsAsName(element.text());
    }

    private static boolean leadsToAuthor(String address) {
        String[] parts = address.toLowerCase(Locale.ROOT).split("/", -1);
        return Arrays.stream(parts).limit(parts.length - 1L).anyMatch(PARTS::contains)
                && !PARTS.contains(parts[parts.length - 1]);
    }

    /** Within a byline with more in it: the only link, or what a card of a person has as name. */
    static Optional<String> nameIn(Element byline) {
        Element named = byline.selectFirst(".fn");
        if (named != null) {
            return Optional.of(named.text()).filter(AuthorLink::readsAsName);
        }
        Elements links = byline.select("a[href]");
        return links.size() == 1
                ? Optional.of(links.getFirst().text()).filter(AuthorLink::readsAsName)
                : Optional.empty();
    }

    private static boolean readsAsName(String text) {
        String[] words = text.strip().split("\\s+", -1);
        return words.length >= WORDS_MIN
                && words.length <= WORDS_MAX
                && Arrays.stream(words).filter(AuthorLink::isUpper).count() >= WORDS_MIN
                && text.chars().noneMatch(Character::isDigit);
    }

    private static boolean isUpper(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.codePointAt(0));
    }
}
