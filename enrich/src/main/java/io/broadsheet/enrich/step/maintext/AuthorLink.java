package io.broadsheet.enrich.step.maintext;

import org.jsoup.nodes.Document;
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

    private static final String DECLARED = "meta[property=article:author]";
    private static final int SCHEME_CHARS = 3;
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

    /**
     * What the page writes on its link to the address by which it declares its author.
     *
     * @param body of the page
     */
    static Optional<String> declared(Element body) {
        Document page = body.ownerDocument();
        Element meta = page == null ? null : page.head().selectFirst(DECLARED);
        String address = meta == null ? "" : meta.attr("content").strip();
        if (!address.contains("://") || isHome(address)) {
            return Optional.empty();
        }
        return body.select("a[href]").stream()
                .filter(link -> leadsTo(address, link.attr("href").strip()))
                .map(Element::text)
                .filter(AuthorLink::readsAsName)
                .findFirst();
    }

    private static boolean leadsTo(String address, String href) {
        boolean path = href.length() > 1 && href.startsWith("/") && !href.startsWith("//");
        int from = address.indexOf('/', address.indexOf("://") + SCHEME_CHARS);
        return href.equals(address) || (path && href.equals(address.substring(from)));
    }

    private static boolean isHome(String address) {
        int from = address.indexOf('/', address.indexOf("://") + SCHEME_CHARS);
        return from < 0 || from == address.length() - 1;
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
