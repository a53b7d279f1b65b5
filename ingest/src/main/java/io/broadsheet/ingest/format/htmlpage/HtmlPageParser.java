package io.broadsheet.ingest.format.htmlpage;

import io.broadsheet.ingest.format.InlineImages;
import io.broadsheet.ingest.format.htmlpage.ld.LdNode;
import io.broadsheet.ingest.format.htmlpage.ld.LinkedData;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.RawImage;
import io.broadsheet.web.markup.PageTitle;
import io.broadsheet.web.url.NormalizedUrl;

import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads a page as browsers do, and all that it declares. */
final class HtmlPageParser {

    private static final int KEYS_MAX = 400;
    private static final int VALUES_MAX = 100;
    private static final int TIMES_MAX = 20;

    private static final List<String> LD_TEXTS =
            List.of(
                    "headline",
                    "alternativeHeadline",
                    "name",
                    "description",
                    "datePublished",
                    "dateCreated",
                    "dateModified",
                    "inLanguage",
                    "articleSection",
                    "keywords",
                    "copyrightNotice",
                    "publisher",
                    "isAccessibleForFree",
                    "genre");

    private static final String OF_OTHERS = "li, aside, nav, [class*=related], [id*=related]";

    private static final List<String> LD_PAGE_TEXTS =
            List.of("headline", "description", "datePublished", "dateModified", "inLanguage");

    private final Document page;
    private final String base;
    private final Map<String, List<String>> declared = new LinkedHashMap<>();
    private final Map<String, String> addresses = new LinkedHashMap<>();
    private final List<Agent> authors = new ArrayList<>();
    private final List<RawImage> images = new ArrayList<>();

    private HtmlPageParser(Document page, String base) {
        this.page = page;
        this.base = base;
    }

    /**
     * @param base address of the page; blank if it has none
     */
    static HtmlPageShape parse(String html, String base) {
        return new HtmlPageParser(InlineImages.parse(html), base).parse();
    }

    private HtmlPageShape parse() {
        declare("html:title", PageTitle.of(page));
        Optional.ofNullable(page.selectFirst("html"))
                .ifPresent(html -> declare("html:lang", html.attr("lang")));
        links("canonical").findFirst().ifPresent(url -> addresses.put("html:canonical", url));
        List<SocialImages.Meta> metas = metas();
        metas.forEach(meta -> declare(meta.name(), meta.content()));
        CardLabels.author(metas).ifPresent(name -> declare(CardLabels.AUTHOR, name));
        Optional.ofNullable(declared.get("og:url"))
                .ifPresent(urls -> addresses.put("og:url", urls.getFirst()));
        Microdata.of(page)
                .forEach((name, values) -> values.forEach(v -> declare("itemprop:" + name, v)));
        Rdfa.of(page).forEach((name, values) -> values.forEach(v -> declare(name, v)));
        times();
        LinkedData data = LinkedData.of(scripts());
        linked(data);
        images.addAll(SocialImages.of(metas));
        images.addAll(InlineImages.of(page));
        return new HtmlPageShape(declared, addresses, authors, images, data.problem());
    }

    private void declare(String key, String value) {
        boolean room = declared.size() < KEYS_MAX || declared.containsKey(key);
        if (room && !value.isBlank()) {
            List<String> values = declared.computeIfAbsent(key, _ -> new ArrayList<>());
            if (values.size() < VALUES_MAX) {
                values.add(value.strip());
            }
        }
    }

    private Stream<String> links(String rel) {
        return page.select("link[rel][href]").stream()
                .filter(link ->
                        List.of(link.attr("rel").toLowerCase(Locale.ROOT).split("\\s+", -1))
                                .contains(rel))
                .map(link -> link.attr("href").strip())
                .filter(url -> !url.isEmpty());
    }

    private List<SocialImages.Meta> metas() {
        List<SocialImages.Meta> metas = new ArrayList<>();
        for (Element element : page.select("meta[content],meta[value]")) {
            // Some write the attribute that other elements have; browsers show neither.
            String attribute = element.hasAttr("content") ? "content" : "value";
            String content = element.attr(attribute).strip();
            for (String naming : List.of("property", "name")) {
                for (String name : names(element.attr(naming))) {
                    metas.add(new SocialImages.Meta(name, content));
                }
            }
            if (element.attr("http-equiv").strip().equalsIgnoreCase("content-language")) {
                metas.add(new SocialImages.Meta("http:content-language", content));
            }
        }
        links("image_src").forEach(url -> metas.add(new SocialImages.Meta(SocialImages.LINK, url)));
        return metas;
    }

    /** One, or several between blanks; Dublin Core is written with a point and with a colon. */
    private static Set<String> names(String written) {
        return Stream.of(written.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .filter(name -> !name.isEmpty())
                .map(name ->
                        name.startsWith("dc:") || name.startsWith("dcterms:")
                                ? name.replaceFirst(":", ".")
                                : name)
                .collect(Collectors.toSet());
    }

    /**
     * Only what is marked as the time of publication; hAtom marks it by a class, also of articles
     * in lists beside this one.
     */
    private void times() {
        page
                .select(
                        "time[datetime][pubdate], time[datetime].published,"
                                + " time[datetime].entry-date:not(.updated)")
                .stream()
                .limit(TIMES_MAX)
                .filter(time -> time.closest(OF_OTHERS) == null)
                .forEach(time -> declare("html:time", time.attr("datetime")));
    }

    private List<String> scripts() {
        return page.select("script[type]").stream()
                .filter(s ->
                        s.attr("type")
                                .toLowerCase(Locale.ROOT)
                                .strip()
                                .startsWith("application/ld+json"))
                .map(Element::data)
                .toList();
    }

    private void linked(LinkedData data) {
        data.article(this::isPage).ifPresent(this::article);
        data.page().ifPresent(this::page);
    }

    /** Where no article is described, the page has the author that it would have. */
    private void page(LdNode thing) {
        LD_PAGE_TEXTS.forEach(property -> texts("ld:page/", thing, property));
        if (authors.isEmpty()) {
            authors.addAll(thing.agents("author"));
        }
    }

    private boolean isPage(String address) {
        Optional<NormalizedUrl> wanted = absolute(address);
        return wanted.isPresent()
                && Stream.concat(Stream.of(base), addresses.values().stream())
                        .map(this::absolute)
                        .anyMatch(wanted::equals);
    }

    private Optional<NormalizedUrl> absolute(String address) {
        return NormalizedUrl.ofLink(address)
                .or(() -> NormalizedUrl.resolve(base, address).flatMap(NormalizedUrl::ofLink));
    }

    private void article(LdNode article) {
        LD_TEXTS.forEach(property -> texts("ld:", article, property));
        article.addresses().stream()
                .filter(a -> NormalizedUrl.ofLink(a).isPresent())
                .findFirst()
                .ifPresent(url -> addresses.put("ld:url", url));
        authors.addAll(article.agents("author"));
        if (authors.isEmpty()) {
            authors.addAll(article.agents("creator"));
        }
        images.addAll(article.images("image", ImageRole.LEAD));
        images.addAll(article.images("thumbnailUrl", ImageRole.THUMBNAIL));
    }

    private void texts(String prefix, LdNode thing, String property) {
        String key = prefix + property.toLowerCase(Locale.ROOT);
        thing.texts(property).forEach(text -> declare(key, text));
    }
}
