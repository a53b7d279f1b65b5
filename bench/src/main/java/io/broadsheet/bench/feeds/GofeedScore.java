package io.broadsheet.bench.feeds;

import static io.broadsheet.bench.feeds.Compared.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A collection of pairs {@code x.xml} and {@code x.json}: the feed, and what was read from it. */
final class GofeedScore {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Members of an item, in all of its forms, to names of {@link FeedparserPaths}. */
    private static final Map<String, String> ITEM =
            Map.ofEntries(
                    Map.entry("title", "title"),
                    Map.entry("description", "text"),
                    Map.entry("summary", "text"),
                    Map.entry("content", "body"),
                    Map.entry("content.value", "body"),
                    Map.entry("content_html", "body"),
                    Map.entry("link", "link"),
                    Map.entry("url", "link"),
                    Map.entry("guid", "id"),
                    Map.entry("guid.value", "id"),
                    Map.entry("id", "id"),
                    Map.entry("published", "published"),
                    Map.entry("pubDate", "published"),
                    Map.entry("date_published", "published"),
                    Map.entry("updated", "updated"),
                    Map.entry("date_modified", "updated"),
                    Map.entry("rights", "rights"),
                    Map.entry("author", "author"),
                    Map.entry("custom.encoded", "body"));

    private static final Map<String, String> FEED =
            Map.of(
                    "title", "title",
                    "link", "link",
                    "home_page_url", "link",
                    "feed_url", "self",
                    "feedLink", "self");

    private final Path directory;
    private final String name;
    private final Score score;

    GofeedScore(Path directory, Score score) {
        this.directory = directory;
        this.name = directory.getFileName().toString();
        this.score = score;
    }

    void run() throws IOException {
        List<Path> expected;
        try (Stream<Path> files = Files.walk(directory)) {
            expected = files.filter(f -> f.toString().endsWith(".json")).sorted().toList();
        }
        for (Path file : expected) {
            Path xml = file.resolveSibling(file.getFileName().toString().replace(".json", ".xml"));
            if (Files.exists(xml)) {
                run(xml, JSON.readTree(file.toFile()));
            } else if (directory.relativize(file).toString().contains("/json/")) {
                run(file, JSON.readTree(file.toFile()));
            }
        }
    }

    private void run(Path feed, JsonNode expected) throws IOException {
        String file = directory.relativize(feed).toString();
        JsonNode view = FeedView.of(Files.readAllBytes(feed), "", java.util.Optional.empty());
        FEED.forEach((theirs, ours) -> {
            if (!string(expected.path(theirs)).isEmpty()) {
                String found = string(view.path("feed").path(ours));
                score.add(
                        name,
                        file,
                        "feed." + ours,
                        Compared.text(string(expected.path(theirs)), found));
            }
        });
        JsonNode items = expected.has("items") ? expected.path("items") : expected.path("entries");
        for (int i = 0; i < items.size(); i++) {
            item(file, items.path(i), view.path("entries").path(i));
        }
    }

    private void item(String file, JsonNode expected, JsonNode found) {
        ITEM.forEach((theirs, ours) -> {
            JsonNode value = expected;
            for (String step : theirs.split("\\.", -1)) {
                value = value.path(step);
            }
            if (value.isTextual() && !value.asText().isEmpty()) {
                score.add(
                        name,
                        file,
                        ours,
                        Compared.text(value.asText(), FeedparserPaths.find(found, ours, 0)));
            }
        });
        lists(file, expected, found);
        if (expected.path("guid").has("isPermalink")) {
            String theirs = string(expected.path("guid").path("isPermalink"));
            score.add(
                    name,
                    file,
                    "permalink",
                    Compared.text(theirs, string(found.path("permalink"))));
        }
    }

    private void lists(String file, JsonNode expected, JsonNode found) {
        for (int i = 0; i < expected.path("authors").size(); i++) {
            JsonNode author = expected.path("authors").path(i);
            for (String part : List.of("name", "email", "uri", "url")) {
                if (!string(author.path(part)).isEmpty()) {
                    String ours = "authors/" + (part.equals("uri") ? "url" : part);
                    score.add(
                            name,
                            file,
                            ours,
                            Compared.text(
                                    string(author.path(part)),
                                    FeedparserPaths.find(found, ours, i)));
                }
            }
        }
        JsonNode categories =
                expected.has("tags") ? expected.path("tags") : expected.path("categories");
        for (int i = 0; i < categories.size(); i++) {
            JsonNode one = categories.path(i);
            String term = one.isTextual() ? one.asText() : string(one.path("value"));
            String scheme = string(one.path("domain"));
            JsonNode ours = found.path("categories").path(i);
            boolean labelled = term.equals(string(ours.path("label")));
            score.add(
                    name,
                    file,
                    "categories/term",
                    Compared.text(term, string(ours.path(labelled ? "label" : "term"))));
            if (!scheme.isEmpty()) {
                score.add(
                        name,
                        file,
                        "categories/scheme",
                        Compared.text(scheme, string(ours.path("scheme"))));
            }
        }
    }
}
