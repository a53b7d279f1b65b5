package io.broadsheet.bench.neardup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/** Reads the collections. */
final class Papers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Papers() {}

    /** {@code articles.train.gz} and {@code articles.truth}; the headlines are made up. */
    static List<Paper> ofPairs(Path directory) throws IOException {
        Map<String, String> families = new HashMap<>();
        for (String pair : Files.readAllLines(directory.resolve("articles.truth"))) {
            int space = pair.indexOf(' ');
            families.put(pair.substring(0, space), pair);
            families.put(pair.substring(space + 1).strip(), pair);
        }
        List<Paper> papers = new ArrayList<>();
        Path file = directory.resolve("articles.train.gz");
        try (var reader =
                new BufferedReader(
                        new InputStreamReader(
                                new GZIPInputStream(Files.newInputStream(file)),
                                StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                int space = line.indexOf(' ');
                String id = line.substring(0, space);
                String text = line.substring(space + 1);
                papers.add(
                        new Paper(
                                id,
                                "wire",
                                Optional.of(text.substring(0, Math.min(50, text.length()))),
                                text,
                                families.getOrDefault(id, id),
                                Optional.empty()));
            }
        }
        return papers;
    }

    /** The texts of {@code expected.jsonl}, by their source. */
    static List<Paper> ofPosts(Path directory) throws IOException {
        List<Paper> papers = new ArrayList<>();
        for (String line : Files.readAllLines(directory.resolve("expected.jsonl"))) {
            JsonNode post = JSON.readTree(line);
            String file = post.path("file").asText();
            JsonNode title = post.has("title") ? post.path("title") : post.path("front_matter");
            papers.add(
                    new Paper(
                            file,
                            post.path("categories").path(1).asText("posts"),
                            Optional.ofNullable(title.textValue()),
                            post.path("text").asText(),
                            file,
                            Optional.empty()));
        }
        return papers;
    }
}
