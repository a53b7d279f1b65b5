package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.field.HeadBuilder;
import io.broadsheet.ingest.format.feed.field.Items;
import io.broadsheet.ingest.format.feed.xml.FeedXml;
import io.broadsheet.ingest.format.feed.xml.Prolog;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.format.feed.xml.XmlReading;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads sitemaps (sitemaps.org 0.9 with the news and image extensions). An entry with news is an
 * article without a body; the others are addresses of pages and are passed over. A sitemap that has
 * no news at all, and an index of sitemaps, hold no article: their letter says so, and what to do.
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
     * All articles, or why there are none.
     *
     * @param prolog of that text, as found
     * @param base address of the document; blank if it has none
     */
    public static Parsed parse(String text, Prolog prolog, String base) {
        return switch (FeedXml.read(text, prolog, base)) {
            case XmlReading.Refused(var rejection) -> new Parsed.Refused(rejection);
            case XmlReading.Tree tree ->
                    prolog.name().equals(INDEX) ? index(tree) : list(tree, isCutOff(text));
        };
    }

    private static Parsed index(XmlReading.Tree tree) {
        List<XmlElement> sitemaps = named(tree.root(), "sitemap");
        String first =
                sitemaps.stream()
                        .flatMap(s -> s.child(Vocabulary.CORE, "loc").stream())
                        .map(XmlElement::text)
                        .findFirst()
                        .orElse("none");
        return refused(
                "an index of %d sitemaps (the first is %s), which holds no articles: add the news"
                        + " sitemaps in it as sources",
                sitemaps.size(), first);
    }

    /** Whether the last entry does not end. */
    private static boolean isCutOff(String text) {
        int last = text.lastIndexOf("<" + ENTRY + ">");
        return last >= 0 && text.indexOf("</" + ENTRY + ">", last) < 0;
    }

    private static Parsed list(XmlReading.Tree tree, boolean cutOff) {
        List<XmlElement> urls = named(tree.root(), ENTRY);
        List<XmlElement> news = new ArrayList<>();
        for (XmlElement url : urls) {
            if (url.child(Vocabulary.NEWS, "news").isPresent()) {
                news.add(url);
            }
        }
        if (news.isEmpty()) {
            return refused(
                    "a sitemap of %d addresses without news, which holds no articles (%s)",
                    urls.size(), "fetch the pages themselves");
        }
        boolean lastIsCut = tree.isRecovered() && cutOff && news.getLast().equals(urls.getLast());
        return new Parsed.Feed(
                Optional.of(new HeadBuilder().build(null, null)),
                Items.of(
                        new XmlReading.Tree(tree.root(), tree.problem(), lastIsCut),
                        news,
                        NewsEntryAdapter::adapt));
    }

    private static List<XmlElement> named(XmlElement root, String name) {
        return root.elements().stream().filter(e -> e.name().equals(name)).toList();
    }

    private static Parsed refused(String detail, int count, String what) {
        return new Parsed.Refused(
                new Rejection(FailureCode.FORMAT_UNSUPPORTED, detail.formatted(count, what)));
    }
}
