package io.broadsheet.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.ingest.charset.DamagedText;
import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.ingest.document.DocumentFormats;
import io.broadsheet.ingest.document.HttpFacts;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.ingest.item.Parsed;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.Category;
import io.broadsheet.v1.RawImage;

import java.util.Optional;

/**
 * What we read from a feed, in the form in which it is compared: an object with {@code feed},
 * {@code entries} and what there is to say of the document. Items are seen before it is judged
 * whether they are articles, because those of others' tests are seldom more than one element.
 */
final class FeedView {

    static {
        ContractClasses.trust();
    }

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final ReaderSettings SETTINGS =
            ReaderSettings.of(new SourceId("bench"), "bench");

    private FeedView() {}

    /** A document got from that address with that content type. */
    static JsonNode of(byte[] bytes, String url, Optional<String> contentType) {
        var http = new HttpFacts(url, 200, contentType.orElse(null), null, null);
        ObjectNode view = JSON.createObjectNode();
        switch (decoded(bytes, http.charset())) {
            case Decoding.Undecodable(var why) -> view.put("refused", why.message());
            case Decoding.Decoded text -> {
                view.put("charset", text.charset());
                view.put("flags", text.flags().size());
                parsed(
                        view,
                        DocumentFormats.parse(
                                Document.fetched(url, bytes, http), text.text(), SETTINGS));
            }
        }
        return view;
    }

    /** As the reader of documents does it with feeds. */
    private static Decoding decoded(byte[] bytes, Optional<String> label) {
        Decoding strict = TextDecoder.decode(bytes, label);
        return strict instanceof Decoding.Undecodable
                ? DamagedText.decode(bytes, label).<Decoding>map(text -> text).orElse(strict)
                : strict;
    }

    private static void parsed(ObjectNode view, Parsed parsed) {
        switch (parsed) {
            case Parsed.Refused(var why) -> view.put("refused", why.message());
            case Parsed.Sitemap(_, var places, _, _) -> view.put("places", places.size());
            case Parsed.Item(var draft) -> entry(view.putArray("entries"), draft);
            case Parsed.Feed(var head, var items) -> {
                head.ifPresent(h -> head(view.putObject("feed"), h));
                ArrayNode entries = view.putArray("entries");
                view.put(
                        "letters",
                        items.stream().filter(FeedItem.Refused.class::isInstance).count());
                for (FeedItem item : items) {
                    if (item instanceof FeedItem.Read(var draft, _)) {
                        entry(entries, draft);
                    }
                }
            }
        }
    }

    private static void head(ObjectNode view, FeedHead head) {
        view.put("title", head.title());
        view.put("link", head.homePage());
        view.put("self", head.self());
        head.ttl().ifPresent(ttl -> view.put("ttl", ttl.toMinutes()));
        head.hubs().forEach(view.withArray("/hubs")::add);
        head.quietHours().forEach(view.withArray("/hours")::add);
        view.put("expired", head.expired());
    }

    private static void entry(ArrayNode entries, Draft draft) {
        var article = draft.article();
        ObjectNode view = entries.addObject();
        view.put("title", article.getTitle());
        view.put("link", article.getLink());
        view.put("id", article.getGuid());
        view.put("permalink", article.getGuidIsPermaLink());
        view.put("summary", article.getSummary());
        view.put("content", draft.body());
        view.put("type", draft.bodyType());
        view.put("published", article.getPublished());
        view.put("updated", article.getUpdated());
        view.put("language", article.getLanguage());
        view.put("rights", article.getRights());
        view.put(
                "recovered",
                draft.flags().stream().anyMatch(f -> f.getCode().equals("FEED_RECOVERED")));
        article.getAuthors().forEach(author -> author(view.withArray("/authors"), author));
        draft.categories().forEach(category -> category(view.withArray("/categories"), category));
        draft.images().forEach(image -> image(view.withArray("/images"), image));
        ObjectNode extensions = view.putObject("extensions");
        draft.extensions().forEach(extensions::put);
    }

    private static void author(ArrayNode list, Agent author) {
        boolean named =
                !author.getName().equals(author.getEmail())
                        && !author.getName().equals(author.getUri());
        list.addObject()
                .put("name", named ? author.getName() : null)
                .put("email", author.getEmail())
                .put("url", author.getUri());
    }

    private static void category(ArrayNode list, Category category) {
        list.addObject()
                .put("term", category.getTerm())
                .put("scheme", category.getScheme())
                .put("label", category.getLabel());
    }

    private static void image(ArrayNode list, RawImage image) {
        ObjectNode view =
                list.addObject().put("url", image.getUrl()).put("field", image.getField());
        image.getAttributes().forEach(view::put);
    }
}
