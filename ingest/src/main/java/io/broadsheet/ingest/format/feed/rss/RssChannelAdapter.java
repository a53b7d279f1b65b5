package io.broadsheet.ingest.format.feed.rss;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.HeadBuilder;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.feed.field.Modules;
import io.broadsheet.ingest.format.feed.field.Offers;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.field.TextValue;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;

import org.jspecify.annotations.Nullable;

/** What a channel says of itself and for its items. */
final class RssChannelAdapter {

    private final HeadBuilder head = new HeadBuilder();
    private final Offers offers = new Offers(new Draft());
    private final Modules modules = new Modules(offers);
    private @Nullable String generator;

    /** Both at once: the head for the poller, the defaults for the items. */
    record Channel(FeedHead head, FeedDefaults defaults) {}

    static Channel adapt(XmlElement channel) {
        var adapter = new RssChannelAdapter();
        channel.elements().forEach(adapter::take);
        return adapter.channel(channel);
    }

    private Channel channel(XmlElement channel) {
        String title = offers.best(Field.TITLE).map(TextValue::value).orElse(null);
        String page = offers.best(Field.LINK).map(TextValue::value).orElse(head.alternate());
        FeedHead built = head.build(title, page);
        String language =
                offers.best(Field.LANGUAGE)
                        .map(TextValue::value)
                        .orElse(channel.language().isEmpty() ? null : channel.language());
        return new Channel(
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
            case CORE -> own(element);
            case ATOM -> atom(element);
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
            case "title" -> offers.text(Field.TITLE, Rank.OWN, key, element.value());
            case "link" -> link(element);
            case "language" -> offers.text(Field.LANGUAGE, Rank.OWN, key, element.text());
            case "copyright" -> offers.text(Field.RIGHTS, Rank.OWN, key, element.value());
            case "ttl" -> head.ttl(element.text());
            case "skiphours" -> element.elements().forEach(hour -> head.quietHour(hour.text()));
            case "generator" -> generator = element.text().isEmpty() ? null : element.text();
            default -> {
                // Of the channel alone: editors, images, dates, clouds.
            }
        }
    }

    private void link(XmlElement element) {
        String written =
                element.text().isEmpty() ? element.attribute("href").orElse("") : element.text();
        offers.text(Field.LINK, Rank.OWN, element.key(), Links.resolved(element, written));
    }

    private void atom(XmlElement element) {
        switch (element.name()) {
            case "link" -> head.link(element);
            case "author" ->
                    People.ofPerson(element).ifPresent(a -> offers.author(Rank.BORROWED, a));
            default -> {
                // Repeats what the channel says in its own words.
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
