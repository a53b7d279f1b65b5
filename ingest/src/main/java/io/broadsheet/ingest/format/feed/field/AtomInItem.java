package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;

import java.util.Locale;

/** The elements of an Atom entry, in Atom and borrowed by others: the one place for them. */
public final class AtomInItem {

    private final Offers offers;
    private final Draft draft;
    private final Rank rank;

    /**
     * @param rank {@link Rank#OWN} in Atom itself, else {@link Rank#BORROWED}
     */
    public AtomInItem(Offers offers, Rank rank) {
        this.offers = offers;
        this.draft = offers.draft();
        this.rank = rank;
    }

    /** Takes one element of an entry. */
    public void take(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "id" ->
                    offers.text(Field.GUID, rank, key, Links.resolved(element, element.text()));
            case "title" -> title(element);
            case "link" -> link(element);
            case "summary" -> summary(element);
            case "content" -> content(element);
            case "published", "issued" -> offers.text(Field.PUBLISHED, rank, key, element.text());
            case "updated", "modified" -> offers.text(Field.UPDATED, rank, key, element.text());
            case "author" -> People.ofPerson(element).ifPresent(a -> offers.author(rank, a));
            case "category" -> category(element);
            case "rights", "copyright" ->
                    offers.text(Field.RIGHTS, rank, key, TextValue.of(element));
            default -> less(element);
        }
    }

    private void less(XmlElement element) {
        if (element.name().equals("created")) {
            offers.text(Field.PUBLISHED, Rank.BORROWED, element.key(), element.text());
        } else {
            Extensions.keep(draft, element);
        }
    }

    /** A title has no type of its own in the contract: where it is markup, that is noted. */
    private void title(XmlElement element) {
        TextValue title = TextValue.of(element);
        offers.text(Field.TITLE, rank, element.key(), title);
        language(Rank.MODULE, element);
        element.attribute("type")
                .filter(type -> !type.equals("text"))
                .ifPresent(type -> draft.extension(element.key() + "@type", type));
    }

    private void summary(XmlElement element) {
        offers.text(Field.SUMMARY, rank, element.key(), TextValue.of(element));
        language(Rank.OWN_SECOND, element);
    }

    /** The text knows better than the entry what it is written in. */
    private void language(Rank place, XmlElement element) {
        offers.text(Field.LANGUAGE, place, "", element.language());
    }

    private void content(XmlElement element) {
        language(Rank.OWN, element);
        element.attribute("src")
                .ifPresent(src ->
                        draft.extension(element.key() + "@src", Links.resolved(element, src)));
        offers.text(Field.BODY, rank, element.key(), TextValue.of(element));
    }

    private void category(XmlElement element) {
        Categories.add(
                draft,
                element.attribute("term").orElse(element.text()),
                element.attribute("scheme").orElse(null),
                element.attribute("label").orElse(null));
    }

    private void link(XmlElement element) {
        String rel = element.attribute("rel").orElse("alternate").toLowerCase(Locale.ROOT);
        String address = element.attribute("href").map(h -> Links.resolved(element, h)).orElse("");
        switch (rel) {
            case "alternate" -> alternate(element, address);
            case "enclosure" -> Enclosures.add(draft, element);
            default -> Extensions.put(draft, "atom:link@" + rel, address, false);
        }
    }

    /** What says that it is a page is preferred to what says nothing, that to another type. */
    private void alternate(XmlElement element, String address) {
        Rank place =
                element.attribute("type")
                        .map(type -> type.contains("html") ? rank : Rank.AKIN)
                        .orElse(rank == Rank.OWN ? Rank.OWN_SECOND : Rank.AKIN);
        String written = address.isEmpty() ? Links.resolved(element, element.text()) : address;
        offers.text(Field.LINK, place, "atom:link@alternate", written);
    }
}
