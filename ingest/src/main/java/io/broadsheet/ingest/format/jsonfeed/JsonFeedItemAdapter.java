package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.format.feed.field.Enclosures;
import io.broadsheet.ingest.format.feed.field.Extensions;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.Field;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.feed.field.Offers;
import io.broadsheet.ingest.format.feed.field.Rank;
import io.broadsheet.ingest.format.feed.field.TextValue;
import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.v1.ImageRole;
import io.broadsheet.v1.SourceKind;

import java.util.Locale;
import java.util.Map;

/** An item of JSON Feed to an article: the one place for its members. */
final class JsonFeedItemAdapter {

    private final Draft draft = new Draft();
    private final Offers offers = new Offers(draft);
    private final String base;

    private JsonFeedItemAdapter(String base) {
        this.base = base;
    }

    static Draft adapt(JsonNode item, FeedDefaults feed, String base) {
        var adapter = new JsonFeedItemAdapter(base);
        adapter.draft.source().setKind(SourceKind.JSON_FEED);
        for (Map.Entry<String, JsonNode> member : Json.members(item)) {
            adapter.take(item, member.getKey(), member.getValue());
        }
        JsonPeople.of(item).forEach(author -> adapter.offers.author(Rank.OWN, author));
        feed.offer(adapter.offers);
        feed.name(adapter.draft.source());
        adapter.offers.accept("");
        return adapter.draft;
    }

    private void take(JsonNode item, String name, JsonNode value) {
        String text = Json.text(item, name).orElse("");
        switch (name) {
            case "id" -> offers.text(Field.GUID, Rank.OWN, "", text);
            case "url" -> offers.text(Field.LINK, Rank.OWN, "", Links.resolved(base, text));
            case "title" -> offers.text(Field.TITLE, Rank.OWN, "", TextValue.plain(text));
            case "content_html" -> offers.text(Field.BODY, Rank.OWN, key(name), text);
            case "content_text" ->
                    offers.text(Field.BODY, Rank.OWN_SECOND, key(name), TextValue.plain(text));
            case "summary" -> offers.text(Field.SUMMARY, Rank.OWN, "", TextValue.plain(text));
            case "date_published" -> offers.text(Field.PUBLISHED, Rank.OWN, "", text);
            case "date_modified" -> offers.text(Field.UPDATED, Rank.OWN, "", text);
            case "language" -> offers.text(Field.LANGUAGE, Rank.OWN, "", text);
            default -> less(name, value, text);
        }
    }

    private void less(String name, JsonNode value, String text) {
        switch (name) {
            case "author", "authors" -> {
                // Read together, because one stands in for the other.
            }
            case "tags" -> value.forEach(tag -> Categories.add(draft, tag.asText(), null, null));
            case "image" -> image(name, text, ImageRole.LEAD);
            case "banner_image" -> image(name, text, ImageRole.UNKNOWN);
            case "attachments" -> value.forEach(this::attachment);
            default -> rest(name.startsWith("_") ? name : key(name), value, 1);
        }
    }

    private static String key(String name) {
        return "jsonfeed:" + name;
    }

    private void image(String field, String address, ImageRole role) {
        if (!address.isEmpty()) {
            Enclosures.image(draft, field, Links.resolved(base, address), role, Map.of());
        }
    }

    private void attachment(JsonNode attachment) {
        String url = Json.text(attachment, "url").orElse("");
        String type = Json.text(attachment, "mime_type").orElse("").toLowerCase(Locale.ROOT);
        if (type.startsWith("image/")) {
            image("attachments", url, ImageRole.ENCLOSURE);
        } else {
            rest(key("attachments"), attachment, 1);
        }
    }

    /** Extensions of others, and what is new in later versions. */
    private void rest(String key, JsonNode value, int depth) {
        if (value.isValueNode() && !value.isNull()) {
            Extensions.put(draft, key, value.asText().strip(), false);
        } else if (value.isArray()) {
            value.forEach(one -> rest(key, one, depth + 1));
        } else if (depth < 4) {
            for (Map.Entry<String, JsonNode> member : Json.members(value)) {
                rest(key + "/" + member.getKey(), member.getValue(), depth + 1);
            }
        }
    }
}
