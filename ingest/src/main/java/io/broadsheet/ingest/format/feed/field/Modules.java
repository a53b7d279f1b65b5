package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.Vocabulary;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;

import java.util.Map;

/** The elements of all modules that may stand in an item of any format. */
public final class Modules {

    private final Offers offers;
    private final Draft draft;
    private final MediaRss media;

    /** For an item of these offers. */
    public Modules(Offers offers) {
        this.offers = offers;
        this.draft = offers.draft();
        this.media = new MediaRss(offers);
    }

    /** Takes an element that is not the format's own. What has no field becomes an extension. */
    public void take(XmlElement element) {
        switch (element.vocabulary()) {
            case DC -> dublinCore(element);
            case DCTERMS -> terms(element);
            case CONTENT -> content(element);
            case MEDIA -> media.take(element);
            case ITUNES -> itunes(element);
            case FEEDBURNER -> feedBurner(element);
            case XHTML -> xhtml(element);
            default -> Extensions.keep(draft, element);
        }
    }

    private void dublinCore(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> offers.text(Field.TITLE, Rank.MODULE, key, element.value());
            case "creator", "author" -> person(Rank.MODULE, element);
            case "subject" -> Categories.add(draft, element.value(), null, null);
            case "date" -> offers.text(Field.PUBLISHED, Rank.MODULE, key, element.text());
            case "description" -> offers.html(Field.SUMMARY, Rank.MODULE, element);
            case "rights" -> offers.text(Field.RIGHTS, Rank.MODULE, key, element.value());
            case "language" -> offers.text(Field.LANGUAGE, Rank.MODULE, key, element.text());
            case "identifier" -> offers.text(Field.GUID, Rank.AKIN, key, element.text());
            default -> Extensions.keep(draft, element);
        }
    }

    private void terms(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "issued" -> offers.text(Field.PUBLISHED, Rank.MODULE, key, element.text());
            case "created", "available", "date" ->
                    offers.text(Field.PUBLISHED, Rank.BORROWED, key, element.text());
            case "modified" -> offers.text(Field.UPDATED, Rank.MODULE, key, element.text());
            case "abstract" -> offers.html(Field.SUMMARY, Rank.BORROWED, element);
            case "creator" -> person(Rank.BORROWED, element);
            case "title" -> offers.text(Field.TITLE, Rank.BORROWED, key, element.value());
            case "rights", "rightsholder" ->
                    offers.text(Field.RIGHTS, Rank.BORROWED, key, element.value());
            default -> Extensions.keep(draft, element);
        }
    }

    private void content(XmlElement element) {
        if (element.name().equals("encoded")) {
            offers.html(Field.BODY, Rank.OWN, element);
        } else {
            Extensions.keep(draft, element);
        }
    }

    private void itunes(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> offers.text(Field.TITLE, Rank.AKIN, key, element.text());
            case "author" -> person(Rank.AKIN, element);
            case "summary" -> offers.html(Field.SUMMARY, Rank.AKIN, element);
            case "subtitle" -> offers.html(Field.SUMMARY, Rank.FEED, element);
            case "image" -> image(element);
            case "category" -> categories(element);
            case "keywords" -> keywords(element);
            default -> Extensions.keep(draft, element);
        }
    }

    private void categories(XmlElement element) {
        element.attribute("text").ifPresent(t -> Categories.add(draft, t, element.key(), null));
        element.elements().stream()
                .filter(inside -> inside.is(Vocabulary.ITUNES, "category"))
                .forEach(this::categories);
    }

    private void keywords(XmlElement element) {
        for (String word : element.text().split(",", -1)) {
            Categories.add(draft, word, element.key(), null);
        }
    }

    private void image(XmlElement element) {
        Enclosures.address(element)
                .ifPresent(url ->
                        Enclosures.image(draft, element.key(), url, ImageRole.THUMBNAIL, Map.of()));
    }

    /** The address before FeedBurner counted the clicks on it. */
    private void feedBurner(XmlElement element) {
        boolean original = element.name().equals("origlink") && Links.isWeb(element.text());
        if (original) {
            draft.canonicalUrl(element.text());
        }
        Extensions.keep(draft, element);
    }

    private void xhtml(XmlElement element) {
        switch (element.name()) {
            case "body", "div" -> {
                offers.markup(Field.BODY, Rank.MODULE, element);
                offers.text(Field.LANGUAGE, Rank.MODULE, "", element.language());
            }
            default -> Extensions.keep(draft, element);
        }
    }

    private void person(Rank rank, XmlElement element) {
        (element.hasElements() ? People.ofPerson(element) : People.ofText(element.text()))
                .ifPresent(agent -> offers.author(rank, agent));
    }
}
