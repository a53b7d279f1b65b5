package io.broadsheet.syndicate.feed;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import io.broadsheet.v1.Agent;
import io.broadsheet.v1.EnrichedArticle;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.stream.Stream;

/**
 * JSON Feed 1.1. An item must have content, so the description stands in for a body that is not
 * there, and the headline for that; a date may be missing, so one that nobody knows is.
 */
final class JsonFeed implements FeedFormat {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    @Override
    public String ending() {
        return "json";
    }

    @Override
    public String mediaType() {
        return "application/feed+json";
    }

    @Override
    public String write(FeedPage page) {
        ObjectNode feed =
                JSON.objectNode()
                        .put("version", "https://jsonfeed.org/version/1.1")
                        .put("title", page.fullTitle())
                        .put("feed_url", page.request().self(ending()));
        page.next(ending()).ifPresent(url -> feed.put("next_url", url));
        ArrayNode items = feed.putArray("items");
        page.stretch()
                .held()
                .forEach(held -> held.article().map(JsonFeed::item).ifPresent(items::add));
        return feed.toString();
    }

    private static ObjectNode item(EnrichedArticle article) {
        ObjectNode item = JSON.objectNode().put("id", Names.urn(article));
        put(item, "url", article.getUrl());
        put(item, "title", article.getHeadline());
        if (article.getArticleBodyHtml() != null) {
            item.put("content_html", article.getArticleBodyHtml());
        } else {
            item.put("content_text", text(article));
        }
        put(item, "summary", article.getDescription());
        Dates.published(article).ifPresent(it -> item.put("date_published", it.toString()));
        if (article.getDateModified() != null) {
            item.put("date_modified", article.getDateModified().toString());
        }
        authors(item, article.getAuthor());
        Names.tags(article).forEach(item.withArray("/tags")::add);
        put(item, "language", article.getInLanguage());
        pictures(item, article);
        item.set("_broadsheet", ours(article));
        return item;
    }

    private static String text(EnrichedArticle article) {
        return Stream.of(article.getArticleBody(), article.getDescription(), article.getHeadline())
                .filter(it -> it != null && !it.isBlank())
                .findFirst()
                .orElse("");
    }

    private static void authors(ObjectNode item, List<Agent> agents) {
        if (!agents.isEmpty()) {
            ArrayNode authors = item.putArray("authors");
            for (Agent agent : agents) {
                ObjectNode author = authors.addObject().put("name", agent.getName());
                put(author, "url", agent.getUri());
            }
        }
    }

    private static void pictures(ObjectNode item, EnrichedArticle article) {
        List<Picture> pictures = Picture.of(article);
        pictures.stream()
                .filter(it -> it.id().equals(article.getPrimaryImageId()))
                .findFirst()
                .ifPresent(it -> item.put("image", it.url()));
        if (!pictures.isEmpty()) {
            ArrayNode attachments = item.putArray("attachments");
            for (Picture picture : pictures) {
                ObjectNode attachment =
                        attachments
                                .addObject()
                                .put("url", picture.url())
                                .put("mime_type", picture.mediaType());
                put(attachment, "title", picture.title());
                if (picture.sizeInBytes() != null) {
                    attachment.put("size_in_bytes", picture.sizeInBytes());
                }
            }
        }
    }

    /** What the standard has no words for (JSON Feed 1.1, Extensions). */
    private static ObjectNode ours(EnrichedArticle article) {
        return JSON.objectNode()
                .put("article_id", article.getArticleId())
                .put("source_id", article.getSource().getSourceId())
                .put("version", article.getVersion())
                .put("change", article.getChange().name())
                .put("state", article.getState().name())
                .put("first_seen", article.getFirstCreated().toString())
                .put("version_created", article.getVersionCreated().toString())
                .put("date_published_certainty", article.getDatePublishedCertainty().name());
    }

    private static void put(ObjectNode node, String name, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            node.put(name, value);
        }
    }
}
