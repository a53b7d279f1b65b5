package io.broadsheet.ingest.format.feed.rss;

import io.broadsheet.ingest.format.feed.field.FeedWords;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.xml.XmlElement;

import java.util.Optional;

/** What a channel says of itself and for its items. */
final class RssChannelAdapter {

    private final FeedWords words = new FeedWords();
    private Optional<String> page = Optional.empty();

    private RssChannelAdapter() {}

    static FeedWords.Said adapt(XmlElement channel) {
        var adapter = new RssChannelAdapter();
        channel.elements().forEach(adapter::take);
        FeedWords words = adapter.words;
        String language = words.best(Field.LANGUAGE);
        return words.said(
                adapter.page.orElse(words.head().alternate()),
                language == null && !channel.language().isEmpty() ? channel.language() : language);
    }

    private void take(XmlElement element) {
        switch (element.vocabulary()) {
            case CORE -> own(element);
            case ATOM -> atom(element);
            default -> words.take(element);
        }
    }

    private void own(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> words.offers().text(Field.TITLE, Rank.OWN, key, element.value());
            case "link" -> link(element);
            case "language" -> words.offers().text(Field.LANGUAGE, Rank.OWN, key, element.text());
            case "copyright" -> words.offers().text(Field.RIGHTS, Rank.OWN, key, element.value());
            case "category" ->
                    words.category(element.value(), element.attribute("domain").orElse(null), null);
            case "managingeditor" -> People.ofText(element.text()).ifPresent(words::editor);
            default -> less(element);
        }
    }

    private void less(XmlElement element) {
        switch (element.name()) {
            case "ttl" -> words.head().ttl(element.text());
            case "skiphours" ->
                    element.elements().forEach(hour -> words.head().quietHour(hour.text()));
            case "generator" -> words.generator(element);
            default -> {
                // Of the channel alone: webmasters, images, dates, clouds.
            }
        }
    }

    /** A channel has one; where it says several, it corrects itself. */
    private void link(XmlElement element) {
        boolean other =
                element.attribute("rel").filter(rel -> !rel.equals("alternate")).isPresent();
        String written =
                element.text().isEmpty() ? element.attribute("href").orElse("") : element.text();
        if (!other && !written.isEmpty()) {
            page = Optional.of(Links.resolved(element, written));
        }
    }

    private void atom(XmlElement element) {
        switch (element.name()) {
            case "link" -> words.head().link(element);
            case "author" ->
                    People.ofPerson(element)
                            .ifPresent(a -> words.offers().author(Rank.BORROWED, a));
            default -> {
                // Repeats what the channel says in its own words.
            }
        }
    }
}
