package io.broadsheet.ingest.format.htmlpage;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Microdata (WHATWG HTML, section 5) of the article that a page is: the first item of an article's
 * type, and what stands in no item or in that of the page. Other items are comments and articles
 * beside it, and say nothing about it.
 */
final class Microdata {

    private static final int PROPERTIES_MAX = 500;
    private static final int VALUES_MAX = 100;
    private static final int VALUE_CHARS_MAX = 8_192;

    /** What stands in more elements is no value. */
    private static final int VALUE_ELEMENTS_MAX = 500;

    /** Properties of an article, in lower case. */
    static final Set<String> WANTED =
            Set.of(
                    "headline",
                    "alternativeheadline",
                    "datepublished",
                    "datecreated",
                    "datemodified",
                    "author",
                    "creator",
                    "publisher",
                    "image",
                    "thumbnailurl",
                    "keywords",
                    "articlesection",
                    "description",
                    "inlanguage",
                    "copyrightnotice");

    private final Optional<Element> article;
    private final Map<String, List<String>> found = new LinkedHashMap<>();

    private Microdata(Document page) {
        this.article =
                page.select("[itemscope][itemtype]").stream()
                        .filter(Microdata::isArticle)
                        .findFirst();
    }

    /** Values by lower-case name of the property, in order. */
    static Map<String, List<String>> of(Document page) {
        var data = new Microdata(page);
        page.select("[itemprop]").stream().limit(PROPERTIES_MAX).forEach(data::take);
        return data.found;
    }

    private static boolean isArticle(Element element) {
        String type = element.attr("itemtype").toLowerCase(Locale.ROOT);
        return type.contains("article") || type.contains("blogposting");
    }

    private static boolean isPage(Element element) {
        return element.attr("itemtype").toLowerCase(Locale.ROOT).contains("page");
    }

    private void take(Element element) {
        if (!isOfArticle(element)) {
            return;
        }
        for (String written : element.attr("itemprop").split("\\s+", -1)) {
            String name = written.toLowerCase(Locale.ROOT);
            if (WANTED.contains(name)) {
                String value = value(element);
                List<String> values = found.computeIfAbsent(name, _ -> new ArrayList<>());
                boolean fits = !value.isEmpty() && value.length() <= VALUE_CHARS_MAX;
                if (fits && values.size() < VALUES_MAX && !values.contains(value)) {
                    values.add(value);
                }
            }
        }
    }

    private boolean isOfArticle(Element property) {
        Optional<Element> scope =
                property.parents().stream().filter(p -> p.hasAttr("itemscope")).findFirst();
        return scope.isEmpty() || isPage(scope.get()) || article.equals(scope);
    }

    /** As the standard says; an item inside is told by its name, or its address. */
    private static String value(Element element) {
        if (element.hasAttr("itemscope") || holdsName(element)) {
            return Optional.ofNullable(element.selectFirst("[itemprop~=(?i)\\bname\\b]"))
                    .or(() -> Optional.ofNullable(element.selectFirst("[itemprop~=(?i)\\burl\\b]")))
                    .map(Microdata::plainValue)
                    .orElse("");
        }
        return plainValue(element);
    }

    /** Whether it is an item but for the attribute that says so. */
    private static boolean holdsName(Element element) {
        return !element.hasAttr("content")
                && element.children().stream()
                        .anyMatch(child ->
                                child.nameIs("meta")
                                        && child.hasAttr("content")
                                        && child.attr("itemprop").equalsIgnoreCase("name"));
    }

    /** What an element says that is no item. */
    static String plainValue(Element element) {
        for (String attribute : List.of("content", "datetime", "src")) {
            if (element.hasAttr(attribute)) {
                return element.attr(attribute).strip();
            }
        }
        // Older than the standard, and still in templates: what is abbreviated is in the title.
        if (element.nameIs("abbr") && element.hasAttr("title")) {
            return element.attr("title").strip();
        }
        boolean address = element.normalName().equals("link");
        if (address) {
            return element.attr("href").strip();
        }
        return isLarge(element) ? "" : element.text().strip();
    }

    /** Properties may stand in each other, and the text of each would be read once more. */
    private static boolean isLarge(Element element) {
        return element.stream().limit(VALUE_ELEMENTS_MAX + 1L).count() > VALUE_ELEMENTS_MAX;
    }
}
