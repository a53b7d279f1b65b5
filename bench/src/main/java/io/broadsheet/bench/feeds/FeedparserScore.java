package io.broadsheet.bench.feeds;

import static io.broadsheet.bench.feeds.Compared.string;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * A collection with {@code expect.jsonl}: one object a file, with the headers it came with and a
 * list of assertions, each a path into the result, an operator and a value.
 */
final class FeedparserScore {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String URL = "http://127.0.0.1:8097/";

    private final Path directory;
    private final String name;
    private final Score score;

    FeedparserScore(Path directory, Score score) {
        this.directory = directory;
        this.name = directory.getFileName().toString();
        this.score = score;
    }

    void run() throws IOException {
        for (String line : Files.readAllLines(directory.resolve("expect.jsonl"))) {
            JsonNode test = JSON.readTree(line);
            if (test.path("assert").isArray()) {
                run(test);
            }
        }
    }

    private void run(JsonNode test) throws IOException {
        String file = test.path("file").asText();
        Path path = directory.resolve(file);
        if (!Files.exists(path)) {
            return;
        }
        JsonNode view =
                FeedView.of(
                        Files.readAllBytes(path),
                        header(test, "content-location")
                                .map(FeedparserScore::absolute)
                                .orElse(URL + file),
                        header(test, "content-type"));
        for (JsonNode one : test.path("assert")) {
            check(file, one, view);
        }
    }

    private static String absolute(String location) {
        return location.startsWith("http") ? location : URL + location.replaceFirst("^/", "");
    }

    private static Optional<String> header(JsonNode test, String wanted) {
        for (JsonNode header : test.path("headers")) {
            String[] parts = header.asText().split(":", 2);
            if (parts.length == 2 && parts[0].strip().equalsIgnoreCase(wanted)) {
                return Optional.of(parts[1].strip());
            }
        }
        return Optional.empty();
    }

    private void check(String file, JsonNode one, JsonNode view) {
        String path = path(one.path("path"));
        String op = one.path("op").asText();
        if (path.equals("bozo")) {
            boolean recovered = view.path("entries").path(0).path("recovered").asBoolean(false);
            boolean odd = recovered || view.has("refused") || view.path("flags").asInt() > 0;
            score.add(name, file, "well-formed", Compared.is(op.equals("truthy"), odd));
            return;
        }
        Optional<String> field = FeedparserPaths.field(path);
        if (field.isEmpty() || !op.equals("eq") || one.path("value").isNull()) {
            score.leaveOut(name);
            return;
        }
        JsonNode entry = view.path("entries").path(index(one.path("path")));
        JsonNode of = path.startsWith("feed") ? view.path("feed") : entry;
        if (path.equals("encoding")) {
            of = view;
        }
        score.add(name, file, path, compare(file, field.get(), one, of));
    }

    private static Compared compare(String file, String field, JsonNode one, JsonNode of) {
        JsonNode value = one.path("value");
        if (field.endsWith("_parsed")) {
            return Compared.date(instant(value), FeedparserPaths.date(of, field));
        }
        String found = FeedparserPaths.find(of, field, last(one.path("path")));
        if (field.equals("charset")) {
            return FeedparserPaths.charset(value.asText(), found);
        }
        return file.contains("sanitize/")
                ? Compared.safeText(value.asText(), found)
                : Compared.text(value.asText(), found);
    }

    private static Instant instant(JsonNode tuple) {
        return LocalDateTime.of(
                        tuple.path(0).asInt(),
                        tuple.path(1).asInt(),
                        tuple.path(2).asInt(),
                        tuple.path(3).asInt(),
                        tuple.path(4).asInt(),
                        tuple.path(5).asInt())
                .toInstant(ZoneOffset.UTC);
    }

    private static int index(JsonNode path) {
        return path.size() > 1 && path.path(1).isInt() ? path.path(1).asInt() : 0;
    }

    private static int last(JsonNode path) {
        int last = 0;
        for (int i = 2; i < path.size(); i++) {
            last = path.path(i).isInt() ? path.path(i).asInt() : last;
        }
        return last;
    }

    /** With a star for each index. */
    private static String path(JsonNode path) {
        StringBuilder joined = new StringBuilder();
        for (JsonNode step : path) {
            joined.append(joined.isEmpty() ? "" : ".").append(step.isInt() ? "*" : string(step));
        }
        return joined.toString();
    }
}
