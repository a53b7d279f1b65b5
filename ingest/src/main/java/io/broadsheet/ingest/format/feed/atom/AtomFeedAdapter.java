package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.format.feed.field.FeedWords;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.field.TextValue;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

/** What an Atom feed, or the source of an entry, says of itself and for its entries. */
final class AtomFeedAdapter {

    private final FeedWords words = new FeedWords();

    private AtomFeedAdapter() {}

    static FeedWords.Said adapt(XmlElement feed) {
        var adapter = new AtomFeedAdapter();
        feed.elements().forEach(adapter::take);
        String language =
                feed.language().isEmpty() ? adapter.words.best(Field.LANGUAGE) : feed.language();
        return adapter.words.said(adapter.words.head().alternate(), language);
    }

    private void take(XmlElement element) {
        switch (element.vocabulary()) {
            case ATOM, CORE -> own(element);
            default -> words.take(element);
        }
    }

    private void own(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> words.offers().text(Field.TITLE, Rank.OWN, key, TextValue.of(element));
            case "link" -> words.head().link(element);
            case "rights", "copyright" ->
                    words.offers().text(Field.RIGHTS, Rank.OWN, key, TextValue.of(element));
            case "author" ->
                    People.ofPerson(element).ifPresent(a -> words.offers().author(Rank.OWN, a));
            case "category" ->
                    words.category(
                            element.attribute("term").orElse(element.text()),
                            element.attribute("scheme").orElse(null),
                            element.attribute("label").orElse(null));
            case "generator" -> words.generator(element);
            default -> {
                // Of the feed alone: icons, subtitles, dates, contributors.
            }
        }
    }
}
