package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What the elements of an item offer for its fields. The best offer fills the field, the others are
 * kept among the extensions under the names of their elements, unless they say the same or have no
 * name.
 */
public final class Offers {

    private static final String HTML = "text/html";
    private static final int AUTHORS_MAX = 150;

    /**
     * What one element says.
     *
     * @param document what its relative addresses are relative to if nothing better is known; null
     *     if they are absolute already
     */
    private record Offer(Rank rank, String key, TextValue text, @Nullable String document) {}

    private final Draft draft;
    private final Map<Field, Offer> best = new EnumMap<>(Field.class);
    private final Map<Rank, List<Agent>> authors = new EnumMap<>(Rank.class);

    /** For an item that becomes that draft. */
    public Offers(Draft draft) {
        this.draft = draft;
    }

    /** The draft that is being filled. */
    public Draft draft() {
        return draft;
    }

    /** Offers a text; a blank one is none. */
    public void text(Field field, Rank rank, String key, String value) {
        text(field, rank, key, new TextValue(value, HTML));
    }

    /** Offers a text of a known kind; a blank one is none. */
    public void text(Field field, Rank rank, String key, TextValue text) {
        offer(field, new Offer(rank, key, text, null));
    }

    /** Offers the HTML in an element. */
    public void html(Field field, Rank rank, XmlElement element) {
        relative(field, rank, element, TextValue.html(element));
    }

    /** Offers the markup that stands in an element. */
    public void markup(Field field, Rank rank, XmlElement element) {
        relative(field, rank, element, TextValue.markup(element));
    }

    /** A declared base is in force at once; without one the item decides, once it is known. */
    private void relative(Field field, Rank rank, XmlElement element, TextValue text) {
        offer(
                field,
                element.hasBase()
                        ? new Offer(rank, element.key(), text.resolved(element.base()), null)
                        : new Offer(rank, element.key(), text, element.base()));
    }

    private void offer(Field field, Offer offer) {
        TextValue text = offer.text();
        Rank rank = offer.rank();
        if (text.value().isBlank()) {
            return;
        }
        Offer held = best.get(field);
        if (held == null) {
            best.put(field, offer);
        } else if (rank.compareTo(held.rank()) < 0) {
            best.put(field, offer);
            keep(held, text);
        } else {
            keep(offer, held.text());
        }
    }

    private void keep(Offer loser, TextValue winner) {
        if (!loser.key().isEmpty() && !loser.text().value().equals(winner.value())) {
            draft.extension(loser.key(), loser.text().value());
        }
    }

    /** Offers an author. All of the best rank that has any are taken. */
    public void author(Rank rank, Agent author) {
        List<Agent> others = authors.computeIfAbsent(rank, _ -> new ArrayList<>());
        boolean known =
                others.stream()
                        .anyMatch(o ->
                                o.getName().equals(author.getName())
                                        && (o.getEmail() == null
                                                || o.getEmail().equals(author.getEmail())));
        if (!known && others.size() < AUTHORS_MAX) {
            others.add(author);
        }
    }

    /** The best offer for a field. */
    public Optional<TextValue> best(Field field) {
        return Optional.ofNullable(best.get(field)).map(Offer::text);
    }

    /** The best authors. */
    public List<Agent> authors() {
        return authors.values().stream().findFirst().orElse(List.of());
    }

    /**
     * Fills the fields of the draft. Relative addresses for which the feed declares no base are
     * taken as relative to the article, else to its site, else to the feed, as readers take them;
     * which it was is in the extension {@code xml:base}.
     *
     * @param home page of the site; blank if the feed names none
     */
    public void accept(String home) {
        var article = draft.article();
        value(Field.TITLE).ifPresent(article::setTitle);
        value(Field.LINK).ifPresent(article::setLink);
        value(Field.GUID).ifPresent(article::setGuid);
        value(Field.PUBLISHED).ifPresent(article::setPublished);
        value(Field.UPDATED).ifPresent(article::setUpdated);
        value(Field.LANGUAGE).ifPresent(article::setLanguage);
        value(Field.RIGHTS).ifPresent(article::setRights);
        article.setAuthors(authors());
        inherited();
        BodyChoice.of(absolute(Field.BODY, home), absolute(Field.SUMMARY, home)).accept(draft);
    }

    private Optional<TextValue> absolute(Field field, String home) {
        Offer offer = best.get(field);
        if (offer == null || offer.document() == null) {
            return best(field);
        }
        String base = base(home, offer.document());
        TextValue resolved = offer.text().resolved(base);
        if (!resolved.value().equals(offer.text().value())) {
            draft.unsteadyExtension("xml:base", base);
        }
        return Optional.of(resolved);
    }

    private String base(String home, String document) {
        String article = draft.canonicalUrl().or(() -> value(Field.LINK)).orElse("");
        return Links.isWeb(article) ? article : home.isEmpty() ? document : home;
    }

    private void inherited() {
        for (Field field : List.of(Field.LANGUAGE, Field.RIGHTS)) {
            if (best.containsKey(field) && best.get(field).rank() == Rank.FEED) {
                draft.inherited(field.name().toLowerCase(Locale.ROOT));
            }
        }
        if (!authors.isEmpty() && authors.keySet().iterator().next() == Rank.FEED) {
            draft.inherited("authors");
        }
    }

    private Optional<String> value(Field field) {
        return best(field).map(TextValue::value);
    }
}
