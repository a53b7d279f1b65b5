package io.broadsheet.ingest.format.feed.atom;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.HeadBuilder;
import io.broadsheet.ingest.format.feed.field.Modules;
import io.broadsheet.ingest.format.feed.field.Offers;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.field.TextValue;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;

import org.jspecify.annotations.Nullable;

/** What an Atom feed, or the source of an entry, says of itself and for its entries. */
final class AtomFeedAdapter {

    private final HeadBuilder head = new HeadBuilder();
    private final Offers offers = new Offers(new Draft());
    private final Modules modules = new Modules(offers);
    private @Nullable String generator;

    /** Both at once: the head for the poller, the defaults for the entries. */
    record Feed(FeedHead head, FeedDefaults defaults) {}

    static Feed adapt(XmlElement feed) {
        var adapter = new AtomFeedAdapter();
        feed.elements().forEach(adapter::take);
        return adapter.feed(feed);
    }

    private Feed feed(XmlElement feed) {
        String title = offers.best(Field.TITLE).map(TextValue::value).orElse(null);
        FeedHead built = head.build(title, head.alternate());
        String language =
                feed.language().isEmpty()
                        ? offers.best(Field.LANGUAGE).map(TextValue::value).orElse(null)
                        : feed.language();
        return new Feed(
                built,
                new FeedDefaults(
                        title,
                        built.homePage(),
                        built.self(),
                        language,
                        offers.best(Field.RIGHTS).map(TextValue::value).orElse(null),
                        offers.authors(),
                        generator));
    }

    private void take(XmlElement element) {
        switch (element.vocabulary()) {
            case ATOM, CORE -> own(element);
            case SY -> syndication(element);
            case FH -> {
                if (element.name().equals("complete")) {
                    head.expired();
                }
            }
            default -> modules.take(element);
        }
    }

    private void own(XmlElement element) {
        String key = element.key();
        switch (element.name()) {
            case "title" -> offers.text(Field.TITLE, Rank.OWN, key, TextValue.of(element));
            case "link" -> head.link(element);
            case "rights", "copyright" ->
                    offers.text(Field.RIGHTS, Rank.OWN, key, TextValue.of(element));
            case "author" -> People.ofPerson(element).ifPresent(a -> offers.author(Rank.OWN, a));
            case "generator" -> generator = element.text().isEmpty() ? null : element.text();
            default -> {
                // Of the feed alone: icons, subtitles, dates, contributors.
            }
        }
    }

    private void syndication(XmlElement element) {
        switch (element.name()) {
            case "updateperiod" -> head.updatePeriod(element.text());
            case "updatefrequency" -> head.updateFrequency(element.text());
            default -> {
                // The base from which periods are counted does not matter to a poller.
            }
        }
    }
}
