package io.broadsheet.ingest.format.feed.field;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.xml.XmlElement;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Basis;

import org.jspecify.annotations.Nullable;

/**
 * What a feed says of itself and for its items, while it is read. A format takes its own elements;
 * all others mean the same everywhere.
 */
public final class FeedWords {

    private final HeadBuilder head = new HeadBuilder();
    private final Draft draft = new Draft();
    private final Offers offers = new Offers(draft);
    private final Modules modules = new Modules(offers);
    private @Nullable String generator;

    /** Both at once: the head for the poller, the defaults for the items. */
    public record Said(FeedHead head, FeedDefaults defaults) {}

    /** Links, hubs, times: what the poller lives by. */
    public HeadBuilder head() {
        return head;
    }

    /** Title, page, language, rights, authors. */
    public Offers offers() {
        return offers;
    }

    /** An element of no format. */
    public void take(XmlElement element) {
        switch (element.vocabulary()) {
            case SY -> syndication(element);
            case FH -> {
                if (element.name().equals("complete")) {
                    head.expired();
                }
            }
            default -> modules.take(element);
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

    /** The tool that made the feed. */
    public void generator(XmlElement element) {
        generator = element.text().isEmpty() ? null : element.text();
    }

    /** Somebody who is responsible for the feed, and may have written what names nobody. */
    public void editor(Agent editor) {
        offers.author(Rank.FEED, Agent.newBuilder(editor).setBasis(Basis.FALLBACK).build());
    }

    /** A category of the feed. */
    public void category(String term, @Nullable String scheme, @Nullable String label) {
        Categories.add(draft, term, scheme, label);
    }

    /** The best offer for a field; null if there is none. */
    public @Nullable String best(Field field) {
        return offers.best(field).map(TextValue::value).orElse(null);
    }

    /**
     * All of it.
     *
     * @param page of the site; null if the feed names none
     * @param language of items that name none; null if the feed names none
     */
    public Said said(@Nullable String page, @Nullable String language) {
        String title = best(Field.TITLE);
        FeedHead built = head.build(title, page);
        return new Said(
                built,
                new FeedDefaults(
                        title,
                        built.homePage(),
                        built.self(),
                        language,
                        best(Field.RIGHTS),
                        offers.authors(),
                        draft.categories(),
                        generator));
    }
}
