package io.broadsheet.ingest.format.ndjson;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.format.BodyFormat;
import io.broadsheet.ingest.format.InlineImages;
import io.broadsheet.ingest.format.feed.field.Categories;
import io.broadsheet.ingest.format.feed.field.People;
import io.broadsheet.ingest.format.json.Json;
import io.broadsheet.ingest.item.Draft;
import io.broadsheet.ingest.item.FeedItem;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.v1.Agent;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.RawImage;
import io.broadsheet.v1.SourceKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * An article in JSON to an article: the one place for its members. What it says of itself is taken,
 * what was computed of it is computed anew: identity, hash, fetch and flags belong to whoever reads
 * it now. Its old identity becomes another name of it.
 */
final class ArticleAdapter {

    private static final Set<String> COMPUTED =
            Set.of(
                    "articleId",
                    "identityBasis",
                    "fetch",
                    "contentHash",
                    "quality",
                    "backfillId",
                    "ingestedAt",
                    "guidIsPermaLink");
    private static final Set<String> TEXTS =
            Set.of(
                    "guid",
                    "link",
                    "title",
                    "summary",
                    "published",
                    "updated",
                    "language",
                    "rights");
    private static final int ENTRIES_MAX = 300;

    private final JsonNode json;
    private final Draft draft = new Draft();
    private final List<String> wrong = new ArrayList<>();

    private ArticleAdapter(JsonNode json) {
        this.json = json;
    }

    static FeedItem adapt(JsonNode json) {
        var adapter = new ArticleAdapter(json);
        for (Map.Entry<String, JsonNode> member : Json.members(json)) {
            if (!member.getValue().isNull()) {
                adapter.take(member.getKey(), member.getValue());
            }
        }
        return adapter.wrong.isEmpty()
                ? new FeedItem.Read(adapter.finished(), json::toString)
                : new FeedItem.Refused(
                        new Rejection(FailureCode.PARSE_JSON, String.join("; ", adapter.wrong)),
                        json.toString());
    }

    private void take(String name, JsonNode value) {
        if (TEXTS.contains(name)) {
            text(name, value);
        } else if (!COMPUTED.contains(name)) {
            structured(name, value);
        }
    }

    private void text(String name, JsonNode value) {
        if (!value.isTextual()) {
            wrong.add(name + " must be a text");
            return;
        }
        String text = value.asText();
        var article = draft.article();
        switch (name) {
            case "guid" -> article.setGuid(text);
            case "link" -> article.setLink(text);
            case "title" -> article.setTitle(text);
            case "summary" -> article.setSummary(text);
            case "published" -> article.setPublished(text);
            case "updated" -> article.setUpdated(text);
            case "language" -> article.setLanguage(text);
            default -> article.setRights(text);
        }
    }

    private void structured(String name, JsonNode value) {
        switch (name) {
            case "content" -> content(value);
            case "authors" -> draft.article().setAuthors(authors(value));
            case "categories" -> value.forEach(this::category);
            case "images" -> value.forEach(this::image);
            case "extensions" -> extensions(value);
            case "source" -> source(value);
            case "altIds" -> altIds(value);
            case "pubStatus" -> status(value.asText());
            default ->
                    draft.extension(
                            "json:" + name,
                            value.isValueNode() ? value.asText() : value.toString());
        }
    }

    private void content(JsonNode value) {
        if (value.isTextual()) {
            draft.body(value.asText(), "text/html");
            return;
        }
        if (value.path("value").isTextual()) {
            draft.body(
                    value.path("value").asText(),
                    Json.text(value, "contentType").orElse("text/html"));
        } else if (value.path("ref").isTextual()) {
            wrong.add("content.ref names a claim that is not in this document: send its value");
        } else {
            wrong.add("content must be a text, or have one as its value");
        }
    }

    private static List<Agent> authors(JsonNode value) {
        List<Agent> authors = new ArrayList<>();
        for (JsonNode author : value) {
            Optional<Agent> agent =
                    author.isTextual()
                            ? People.ofText(author.asText())
                            : People.agent(
                                    Json.text(author, "name").orElse(""),
                                    Json.text(author, "email").orElse(""),
                                    Json.text(author, "uri").orElse(""));
            agent.filter(_ -> authors.size() < ENTRIES_MAX).ifPresent(authors::add);
        }
        return authors;
    }

    private void category(JsonNode value) {
        Categories.add(
                draft,
                value.isTextual() ? value.asText() : Json.text(value, "term").orElse(""),
                Json.text(value, "scheme").orElse(null),
                Json.text(value, "label").orElse(null));
    }

    private void image(JsonNode value) {
        String url = value.isTextual() ? value.asText() : Json.text(value, "url").orElse("");
        if (url.isEmpty() || draft.images().size() > ENTRIES_MAX) {
            return;
        }
        Map<String, String> attributes = new HashMap<>();
        for (Map.Entry<String, JsonNode> one : Json.members(value.path("attributes"))) {
            attributes.put(one.getKey(), one.getValue().asText());
        }
        draft.image(
                RawImage.newBuilder()
                        .setUrl(url)
                        .setRole(Names.role(value))
                        .setField(Json.text(value, "field").orElse("images"))
                        .setPosition(value.path("position").asInt(0))
                        .setAlt(Json.text(value, "alt").orElse(null))
                        .setAttributes(attributes)
                        .build());
    }

    private void extensions(JsonNode value) {
        for (Map.Entry<String, JsonNode> one : Json.members(value)) {
            draft.extension(one.getKey(), one.getValue().asText());
        }
    }

    private void source(JsonNode value) {
        draft.source()
                .setName(Json.text(value, "name").orElse(null))
                .setUri(Json.text(value, "uri").orElse(null))
                .setFeedUrl(Json.text(value, "feedUrl").orElse(null))
                .setCollector(Json.text(value, "collector").orElse(null))
                .setPlatform(Json.text(value, "platform").orElse(null))
                .setSection(Json.text(value, "section").orElse(null))
                .setKind(Names.kind(value));
    }

    /** Of the words of ninjs: usable, withheld, canceled. */
    private void status(String status) {
        if (!status.isBlank() && !status.strip().equalsIgnoreCase("usable")) {
            draft.notUsable(status.strip());
        }
    }

    private void altIds(JsonNode value) {
        List<String> altIds = new ArrayList<>();
        for (JsonNode one : value) {
            if (one.isTextual() && altIds.size() < ENTRIES_MAX) {
                altIds.add(one.asText());
            }
        }
        draft.article().setAltIds(altIds);
    }

    /** Images that nobody listed are found in the body, as in every other format. */
    private Draft finished() {
        if (!json.has("images") && draft.bodyType().toLowerCase(Locale.ROOT).contains("html")) {
            InlineImages.of(draft.body(), BodyFormat.HTML).forEach(draft::image);
        }
        if (json.path("guidIsPermaLink").isBoolean()) {
            draft.article().setGuidIsPermaLink(json.path("guidIsPermaLink").asBoolean());
        }
        boolean canonical =
                Json.text(json, "identityBasis")
                        .filter(IdentityBasis.CANONICAL_URL.name()::equals)
                        .isPresent();
        if (canonical) {
            Json.text(json, "link").ifPresent(draft::canonicalUrl);
        }
        if (!draft.source().hasKind() || draft.source().getKind() == SourceKind.UNKNOWN) {
            draft.source().setKind(SourceKind.HTTP_PUSH);
        }
        Json.text(json, "articleId").ifPresent(this::formerly);
        return draft;
    }

    private void formerly(String articleId) {
        List<String> altIds = new ArrayList<>(draft.article().getAltIds());
        altIds.add("article:" + articleId);
        draft.article().setAltIds(altIds);
    }
}
