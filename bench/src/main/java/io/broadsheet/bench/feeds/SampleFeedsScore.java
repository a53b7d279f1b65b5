package io.broadsheet.bench.feeds;

import static io.broadsheet.bench.feeds.Compared.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A collection of directories, each with a feed and the {@code expected.json} of a whole parse. */
final class SampleFeedsScore {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path directory;
    private final String name;
    private final Score score;

    SampleFeedsScore(Path directory, Score score) {
        this.directory = directory;
        this.name = directory.getFileName().toString();
        this.score = score;
    }

    void run() throws IOException {
        List<Path> expected;
        try (Stream<Path> files = Files.walk(directory)) {
            expected = files.filter(f -> f.endsWith("expected.json")).sorted().toList();
        }
        for (Path file : expected) {
            Optional<Path> feed;
            try (Stream<Path> beside = Files.list(file.getParent())) {
                feed =
                        beside.filter(f -> f.getFileName().toString().startsWith("feed."))
                                .findFirst();
            }
            if (feed.isPresent()) {
                run(feed.get(), JSON.readTree(file.toFile()));
            }
        }
    }

    private void run(Path feed, JsonNode expected) throws IOException {
        String file = directory.relativize(feed).toString();
        JsonNode view =
                FeedView.of(
                        Files.readAllBytes(feed), string(expected.path("url")), Optional.empty());
        JsonNode of = expected.path("feed");
        text(file, "feed.title", of.path("title"), string(view.path("feed").path("title")));
        text(file, "feed.url", of.path("url"), string(view.path("feed").path("link")));
        text(file, "feed.self", of.path("self"), string(view.path("feed").path("self")));
        score.add(
                name,
                file,
                "number of items",
                Compared.text(
                        Integer.toString(of.path("items").size()),
                        Integer.toString(view.path("entries").size())));
        for (int i = 0; i < of.path("items").size(); i++) {
            item(file + "#" + i, of.path("items").path(i), view.path("entries").path(i));
        }
    }

    private void text(String file, String field, JsonNode expected, String found) {
        if (!string(expected).isEmpty()) {
            score.add(name, file, field, Compared.text(string(expected), found));
        }
    }

    private void item(String file, JsonNode expected, JsonNode found) {
        text(file, "id", expected.path("id"), string(found.path("id")));
        text(file, "title", expected.path("title"), string(found.path("title")));
        if (!string(expected.path("url")).isEmpty()) {
            score.add(
                    name,
                    file,
                    "url",
                    Compared.url(string(expected.path("url")), string(found.path("link"))));
        }
        text(
                file,
                "description",
                expected.path("description"),
                FeedparserPaths.find(found, "text", 0));
        text(file, "content", expected.path("content"), FeedparserPaths.find(found, "body", 0));
        date(file, "published", expected.path("published"), found);
        date(file, "updated", expected.path("updated"), found);
        lists(file, expected, found);
    }

    private void lists(String file, JsonNode expected, JsonNode found) {
        for (int i = 0; i < expected.path("categories").size(); i++) {
            JsonNode category = expected.path("categories").path(i);
            text(
                    file,
                    "categories/term",
                    category.path("term"),
                    FeedparserPaths.find(found, "categories/term", i));
        }
        for (int i = 0; i < expected.path("authors").size(); i++) {
            JsonNode author = expected.path("authors").path(i);
            for (String part : List.of("name", "email", "url")) {
                text(
                        file,
                        "authors/" + part,
                        author.path(part),
                        FeedparserPaths.find(found, "authors/" + part, i));
            }
        }
    }

    private void date(String file, String field, JsonNode expected, JsonNode found) {
        if (!string(expected).isEmpty()) {
            String written = string(found.path(field));
            String date = written.isEmpty() ? FeedparserPaths.date(found, field) : written;
            score.add(name, file, field, Compared.date(Instant.parse(string(expected)), date));
        }
    }
}
