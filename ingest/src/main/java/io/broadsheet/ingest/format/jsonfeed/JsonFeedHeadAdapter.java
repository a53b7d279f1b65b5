package io.broadsheet.ingest.format.jsonfeed;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.format.feed.field.FeedDefaults;
import io.broadsheet.ingest.format.feed.field.HeadBuilder;
import io.broadsheet.ingest.format.feed.field.Links;
import io.broadsheet.ingest.format.json.Json;

import java.util.List;

/** What a JSON Feed says of itself and for its items. */
final class JsonFeedHeadAdapter {

    private JsonFeedHeadAdapter() {}

    static FeedHead head(JsonNode feed, String base) {
        var head = new HeadBuilder();
        Json.text(feed, "feed_url").ifPresent(url -> head.self(Links.resolved(base, url)));
        for (JsonNode hub : feed.path("hubs")) {
            boolean webSub =
                    Json.text(hub, "type").filter(t -> t.equalsIgnoreCase("websub")).isPresent();
            if (webSub) {
                Json.text(hub, "url").ifPresent(url -> head.hub(Links.resolved(base, url)));
            }
        }
        if (feed.path("expired").asBoolean(false)) {
            head.expired();
        }
        return head.build(
                Json.text(feed, "title").orElse(null),
                Json.text(feed, "home_page_url")
                        .map(url -> Links.resolved(base, url))
                        .orElse(null));
    }

    static FeedDefaults defaults(JsonNode feed, FeedHead head) {
        return new FeedDefaults(
                head.title(),
                head.homePage(),
                head.self(),
                Json.text(feed, "language").orElse(null),
                null,
                JsonPeople.of(feed),
                List.of(),
                null);
    }
}
