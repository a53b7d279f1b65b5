package io.broadsheet.ingest.format.feed.rss;

import io.broadsheet.ingest.format.feed.field.AtomInItem;
import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.format.feed.field.Enclosures;
import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.feed.field.Modules;
import io.broadsheet.ingest.format.feed.field.Offers;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.SourceKind;

import java.util.Map;

/** An item of RSS to an article: the one place for RSS's own elements. */
final class RssItemAdapter {

    private final Draft draft = new Draft();
    private final Offers offers = new Offers(draft);
    private final Modules modules = new Modules(offers);
    private final AtomInItem atom = new AtomInItem(offers, Rank.BORROWED);
    private final XmlElement item;
    private final String home;

    private RssItemAdapter(XmlElement item, FeedDefaults feed) {
        String page = feed.homePage();
        this.item = item;
        this.home = page == null ? "" : page;
    }

    static Draft adapt(XmlElement item, FeedDefaults feed, boolean rdf) {
        var adapter = new RssItemAdapter(item, feed);
        adapter.draft.source().setKind(rdf ? SourceKind.RDF : SourceKind.RSS);
        item.elements().forEach(adapter::take);
        adapter.about();
        adapter.inherit(feed);
        adapter.offers.accept(adapter.home);
        return adapter.draft;
    }

    private void take(XmlElement element) {
        switch (element.vocabulary()) {
            case CORE -> own(element);
            case ATOM -> atom.take(element);
            default -> modules.take(element);
        }
    }

    private void own(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> offers.text(Field.TITLE, Rank.OWN, key, element.value());
            case "link" -> link(element);
            case "description" -> offers.html(Field.SUMMARY, Rank.OWN, element);
            case "encoded", "content", "fulltext", "fullitem", "body" ->
                    offers.html(Field.BODY, Rank.OWN_SECOND, element);
            case "guid" -> guid(element);
            case "pubdate" -> offers.text(Field.PUBLISHED, Rank.OWN, key, element.value());
            case "author" -> author(element);
            case "category" -> category(element);
            case "enclosure" -> Enclosures.add(draft, element);
            case "image" -> image(element);
            default -> less(element);
        }
    }

    /** What RSS does not have and items have nevertheless. */
    private void less(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "summary", "abstract" -> offers.html(Field.SUMMARY, Rank.OWN_SECOND, element);
            case "published", "date" ->
                    offers.text(Field.PUBLISHED, Rank.OWN_SECOND, key, element.text());
            case "updated", "modified", "lastbuilddate" ->
                    offers.text(Field.UPDATED, Rank.OWN_SECOND, key, element.text());
            case "language" -> offers.text(Field.LANGUAGE, Rank.OWN, key, element.text());
            case "copyright", "rights" -> offers.text(Field.RIGHTS, Rank.OWN, key, element.value());
            default -> Extensions.keep(draft, element);
        }
    }

    /** Relative to the site: RSS says so nowhere, but it is what generators mean. */
    private void link(XmlElement element) {
        String written =
                element.text().isEmpty() ? element.attribute("href").orElse("") : element.value();
        String base = element.hasBase() || home.isEmpty() ? element.base() : home;
        offers.text(Field.LINK, Rank.OWN, element.key(), Links.resolved(base, written));
    }

    /** It is a link too, unless it says that it is none (RSS 2.0, guid). */
    private void guid(XmlElement element) {
        String value = element.value();
        boolean permanent =
                !element.attribute("ispermalink").orElse("true").equalsIgnoreCase("false");
        offers.text(Field.GUID, Rank.OWN, element.key(), value);
        element.attribute("ispermalink")
                .ifPresent(_ -> draft.article().setGuidIsPermaLink(permanent));
        if (permanent && Links.isWeb(value)) {
            offers.text(Field.LINK, Rank.AKIN, element.key(), value);
        }
    }

    private void author(XmlElement element) {
        (element.hasElements() && element.child(Vocabulary.CORE, "name").isPresent()
                        ? People.ofPerson(element)
                        : People.ofText(element.value()))
                .ifPresent(agent -> offers.author(Rank.OWN, agent));
    }

    private void category(XmlElement element) {
        String term =
                element.value().isEmpty() ? element.attribute("term").orElse("") : element.value();
        Categories.add(
                draft,
                term,
                element.attribute("domain").or(() -> element.attribute("scheme")).orElse(null),
                element.attribute("label").orElse(null));
    }

    /** Of the channel in RSS; some give each item one. */
    private void image(XmlElement element) {
        String written =
                element.child(Vocabulary.CORE, "url")
                        .map(XmlElement::text)
                        .or(() -> element.attribute("href"))
                        .or(() -> element.attribute("url"))
                        .orElse(element.text());
        if (written.isEmpty()) {
            Extensions.keep(draft, element);
            return;
        }
        Enclosures.image(
                draft, element.key(), Links.resolved(element, written), ImageRole.LEAD, Map.of());
    }

    /**
     * In RDF the resource that the item is about names it, and is its link where it has none; in
     * CDF the item itself has the link.
     */
    private void about() {
        item.attribute("href")
                .map(written -> Links.resolved(item, written))
                .ifPresent(href -> offers.text(Field.LINK, Rank.AKIN, "rss:item@href", href));
        item.attribute("about")
                .map(written -> Links.resolved(item, written))
                .ifPresent(about -> {
                    offers.text(Field.GUID, Rank.BORROWED, "rdf:about", about);
                    if (Links.isWeb(about)) {
                        offers.text(Field.LINK, Rank.FEED, "rdf:about", about);
                    }
                });
    }

    private void inherit(FeedDefaults feed) {
        if (!item.language().isEmpty()) {
            offers.text(Field.LANGUAGE, Rank.AKIN, "", item.language());
        }
        feed.offer(offers);
        feed.name(draft.source());
    }
}
