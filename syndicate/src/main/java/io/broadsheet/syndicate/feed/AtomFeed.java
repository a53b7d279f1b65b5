package io.broadsheet.syndicate.feed;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import javax.xml.stream.XMLStreamException;

/**
 * Atom (RFC 4287), in pages (RFC 5005, section 3), with articles that were taken back as deleted
 * entries (RFC 6721). {@code updated} must be there: it is when we made the version. {@code
 * published} may be missing: it is when the source published the article, if anybody knows.
 */
final class AtomFeed implements FeedFormat {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private final FeedFormat other;

    /**
     * @param other format in which the same feed is to be had
     */
    AtomFeed(FeedFormat other) {
        this.other = other;
    }

    @Override
    public String ending() {
        return "atom";
    }

    @Override
    public String mediaType() {
        return "application/atom+xml";
    }

    @Override
    public String write(FeedPage page) {
        Map<String, String> names = new LinkedHashMap<>();
        names.put("xmlns", ATOM);
        names.put("xmlns:at", TOMBSTONES);
        return XmlText.of(xml -> xml.element("feed", names, feed -> feed(feed, page)));
    }

    private void feed(XmlText xml, FeedPage page) throws XMLStreamException {
        xml.text("id", page.id());
        xml.text("title", page.fullTitle());
        xml.text("updated", page.changedAt().toString());
        xml.text("generator", "Broadsheet");
        // An entry whose author nobody knows has the feed's (RFC 4287, section 4.1.1).
        xml.element("author", Map.of(), author -> author.text("name", page.title()));
        link(xml, "self", mediaType(), page.request().self(ending()));
        link(xml, "first", mediaType(), page.request().first(ending()));
        if (page.next(ending()).isPresent()) {
            link(xml, "next", mediaType(), page.next(ending()).get());
        }
        link(xml, "alternate", other.mediaType(), page.request().self(other.ending()));
        for (Held held : page.stretch().held()) {
            if (held.article().isPresent()) {
                xml.element(
                        "entry",
                        language(held.article().get()),
                        entry -> entry(entry, held.article().get()));
            } else {
                deleted(xml, held);
            }
        }
    }

    private static Map<String, String> language(EnrichedArticle article) {
        return article.getInLanguage() == null
                ? Map.of()
                : Map.of("xml:lang", article.getInLanguage());
    }

    private static void deleted(XmlText xml, Held held) throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("ref", Names.urn(held.articleId()));
        attributes.put("when", held.changedAt().toString());
        xml.empty("at:deleted-entry", attributes);
    }

    private static void entry(XmlText xml, EnrichedArticle article) throws XMLStreamException {
        xml.text("id", Names.urn(article));
        xml.text("title", article.getHeadline() == null ? "" : article.getHeadline());
        xml.text("updated", article.getVersionCreated().toString());
        if (Dates.published(article).isPresent()) {
            xml.text("published", Dates.published(article).get().toString());
        }
        authors(xml, article);
        if (article.getUrl() != null) {
            link(xml, "alternate", "text/html", article.getUrl());
        }
        for (Picture picture : Picture.of(article)) {
            enclosure(xml, picture);
        }
        for (String tag : Names.tags(article)) {
            xml.empty("category", Map.of("term", tag));
        }
        optional(xml, "rights", article.getCopyrightNotice());
        optional(xml, "summary", article.getDescription());
        content(xml, article);
    }

    private static void authors(XmlText xml, EnrichedArticle article) throws XMLStreamException {
        List<Agent> agents =
                article.getAuthor().isEmpty() && article.getPublisher() != null
                        ? List.of(article.getPublisher())
                        : article.getAuthor();
        for (Agent agent : agents) {
            xml.element(
                    "author",
                    Map.of(),
                    author -> {
                        author.text("name", agent.getName());
                        optional(author, "uri", agent.getUri());
                        optional(author, "email", agent.getEmail());
                    });
        }
    }

    private static void content(XmlText xml, EnrichedArticle article) throws XMLStreamException {
        if (article.getArticleBodyHtml() != null) {
            xml.text("content", Map.of("type", "html"), article.getArticleBodyHtml());
        } else {
            // Where there is neither content nor a link, the empty text is content (4.1.2).
            String text = article.getArticleBody() == null ? "" : article.getArticleBody();
            xml.text("content", Map.of("type", "text"), text);
        }
    }

    private static void enclosure(XmlText xml, Picture picture) throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("rel", "enclosure");
        attributes.put("type", picture.mediaType());
        if (picture.sizeInBytes() != null) {
            attributes.put("length", picture.sizeInBytes().toString());
        }
        if (picture.title() != null) {
            attributes.put("title", picture.title());
        }
        attributes.put("href", picture.url());
        xml.empty("link", attributes);
    }

    private static void link(XmlText xml, String rel, String type, String href)
            throws XMLStreamException {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("rel", rel);
        attributes.put("type", type);
        attributes.put("href", href);
        xml.empty("link", attributes);
    }

    private static void optional(XmlText xml, String name, @Nullable String text)
            throws XMLStreamException {
        if (text != null && !text.isBlank()) {
            xml.text(name, text);
        }
    }
}
