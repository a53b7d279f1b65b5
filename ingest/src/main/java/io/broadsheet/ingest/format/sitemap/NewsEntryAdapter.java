package io.broadsheet.ingest.format.sitemap;

import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.format.feed.field.Enclosures;
import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.SourceKind;

import java.util.HashMap;
import java.util.Map;

/** An entry with news to an article: the one place for the elements of sitemaps. */
final class NewsEntryAdapter {

    private final Draft draft = new Draft();

    private NewsEntryAdapter() {}

    static Draft adapt(XmlElement url) {
        var adapter = new NewsEntryAdapter();
        adapter.draft.source().setKind(SourceKind.NEWS_SITEMAP);
        url.elements().forEach(adapter::take);
        return adapter.draft;
    }

    private void take(XmlElement element) {
        switch (element.vocabulary()) {
            case CORE -> own(element);
            case NEWS -> element.elements().forEach(this::news);
            case IMAGE -> image(element);
            case XHTML -> translation(element);
            default -> Extensions.keep(draft, element);
        }
    }

    private void own(XmlElement element) {
        switch (element.name()) {
            case "loc" -> draft.article().setLink(Links.resolved(element, element.text()));
            case "lastmod" -> {
                if (!element.text().isEmpty()) {
                    draft.article().setUpdated(element.text());
                }
            }
            // What a site says for crawlers: how often, how important.
            default -> Extensions.keep(draft, element);
        }
    }

    private void news(XmlElement element) {
        String text = element.text();
        switch (element.name()) {
            case "title" -> draft.article().setTitle(text.isEmpty() ? null : text);
            case "publication_date" -> draft.article().setPublished(text.isEmpty() ? null : text);
            case "publication" -> element.elements().forEach(this::publication);
            case "keywords" -> {
                for (String keyword : text.split("[,，、]", -1)) {
                    Categories.add(draft, keyword, "tag", null);
                }
            }
            default -> Extensions.keep(draft, element);
        }
    }

    private void publication(XmlElement element) {
        if (element.text().isEmpty()) {
            return;
        }
        switch (element.name()) {
            case "name" -> draft.source().setName(element.text());
            case "language" -> draft.article().setLanguage(element.text());
            default -> Extensions.keep(draft, element);
        }
    }

    private void image(XmlElement image) {
        Map<String, String> attributes = new HashMap<>();
        for (XmlElement part : image.elements()) {
            if (!part.name().equals("loc") && !part.text().isEmpty()) {
                attributes.put(part.name(), part.text());
            }
        }
        image.child(Vocabulary.IMAGE, "loc")
                .map(loc -> Links.resolved(loc, loc.text()))
                .filter(address -> !address.isEmpty())
                .ifPresent(address ->
                        Enclosures.image(
                                draft, "image:loc", address, ImageRole.UNKNOWN, attributes));
    }

    /** The same article in another language. */
    private void translation(XmlElement link) {
        String language = link.attribute("hreflang").orElse("");
        link.attribute("href")
                .ifPresent(
                        address -> Extensions.put(draft, "xhtml:link@" + language, address, false));
    }
}
