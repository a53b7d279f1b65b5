package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.field.HeadBuilder;
import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.format.feed.xml.FeedXml;
import io.broadsheet.ingest.format.feed.xml.Prolog;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Parsed;

import java.util.List;
import java.util.Optional;

import javax.xml.stream.XMLStreamException;

/**
 * Reads sitemaps (sitemaps.org 0.9 with the news and image extensions). An entry with news is an
 * article without a body. A sitemap without any news, and an index of sitemaps, hold no articles,
 * but say where they are.
 */
public final class SitemapFormat {

    private static final String INDEX = "sitemapindex";
    private static final String LIST = "urlset";
    private static final String ENTRY = "url";

    /** Room for a licence in a comment. */
    private static final int HEAD_CHARS_MAX = 65_536;

    private SitemapFormat() {}

    /** Where the sitemap begins that a text is; empty if it is none. */
    public static Optional<Prolog> find(String text) {
        return Prolog.of(text)
                .filter(p -> p.name().equals(LIST) || p.name().equals(INDEX))
                .filter(p -> p.root() < HEAD_CHARS_MAX);
    }

    /**
     * All articles, or all places, or why there are none.
     *
     * @param prolog of that text, as found
     * @param base address of the document; blank if it has none
     */
    public static Parsed parse(String text, Prolog prolog, String base) {
        boolean index = prolog.name().equals(INDEX);
        boolean mayHaveNews = !index && text.indexOf("news", prolog.root()) >= 0;
        return mayHaveNews || prolog.entitiesAt().isPresent()
                ? tree(text, prolog, base)
                : places(text, prolog, base);
    }

    /** What is not well-formed may be so by a bare ampersand: then all of it is read leniently. */
    private static Parsed places(String text, Prolog prolog, String base) {
        var places = new PlaceList(base);
        try {
            PlaceReader.read(text, prolog.root(), places);
            return places.finished(prolog.name().equals(INDEX), "");
        } catch (XMLStreamException e) {
            return tree(text, prolog, base);
        }
    }

    private static Parsed tree(String text, Prolog prolog, String base) {
        return switch (FeedXml.read(text, prolog, base)) {
            case XmlReading.Refused(var rejection) -> new Parsed.Refused(rejection);
            case XmlReading.Tree tree ->
                    prolog.name().equals(INDEX)
                            ? places(tree, "sitemap", base)
                            : list(tree, isCutOff(text), base);
        };
    }

    private static Parsed places(XmlReading.Tree tree, String entry, String base) {
        var places = new PlaceList(base);
        for (XmlElement element : named(tree.root(), entry)) {
            String loc = text(element, "loc");
            if (!loc.isEmpty()) {
                places.add(loc, text(element, "lastmod"));
            }
        }
        return places.finished(entry.equals("sitemap"), tree.problem());
    }

    private static String text(XmlElement entry, String name) {
        return named(entry, name).stream().findFirst().map(XmlElement::text).orElse("");
    }

    /** Whether the last entry does not end. */
    private static boolean isCutOff(String text) {
        int last = text.lastIndexOf("<" + ENTRY + ">");
        return last >= 0 && text.indexOf("</" + ENTRY + ">", last) < 0;
    }

    private static Parsed list(XmlReading.Tree tree, boolean cutOff, String base) {
        List<XmlElement> urls = named(tree.root(), ENTRY);
        List<XmlElement> news =
                urls.stream()
                        .filter(url -> url.child(Vocabulary.NEWS, "news").isPresent())
                        .toList();
        if (news.isEmpty()) {
            return places(tree, ENTRY, base);
        }
        boolean lastIsCut = tree.isRecovered() && cutOff && news.getLast().equals(urls.getLast());
        return new Parsed.Feed(
                Optional.of(new HeadBuilder().build(null, null)),
                Items.of(
                        new XmlReading.Tree(tree.root(), tree.problem(), lastIsCut),
                        news,
                        NewsEntryAdapter::adapt));
    }

    private static List<XmlElement> named(XmlElement parent, String name) {
        return parent.elements().stream().filter(e -> e.name().equals(name)).toList();
    }
}
