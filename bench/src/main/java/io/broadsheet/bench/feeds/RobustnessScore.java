package io.broadsheet.bench.feeds;

import com.fasterxml.jackson.databind.JsonNode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;

/**
 * A collection without expectations beside its feeds: each item that a plain search for tags finds
 * must be there, and each must say something.
 */
final class RobustnessScore {

    private static final Pattern ITEM =
            Pattern.compile("<(?:[a-z0-9]+:)?(?:item|entry)[\\s>]", Pattern.CASE_INSENSITIVE);
    private static final Pattern ROOT =
            Pattern.compile(
                    "<(?:rss|(?:\\w+:)?feed|(?:\\w+:)?rdf)[\\s>]", Pattern.CASE_INSENSITIVE);

    private static final Pattern ONLY_ITEM =
            Pattern.compile(
                    "<(?:[a-z0-9]+:)?(item|entry)[\\s>].*?</(?:[a-z0-9]+:)?\\1>",
                    Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern REFERENCE =
            Pattern.compile(
                    "\\s(?:href|url|src|term|text|about|resource)\\s*=\\s*[\"'][^\"']",
                    Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("<!--.*?-->|<[^>]*+>", Pattern.DOTALL);

    private static final List<String> SAYING =
            List.of("title", "summary", "content", "link", "id", "published", "updated");

    private final Path directory;
    private final String name;
    private final Score score;

    RobustnessScore(Path directory, Score score) {
        this.directory = directory;
        this.name = directory.getFileName().toString();
        this.score = score;
    }

    void run() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(directory)) {
            files =
                    all.filter(Files::isRegularFile)
                            .filter(RobustnessScore::isFeed)
                            .sorted()
                            .toList();
        }
        for (Path file : files) {
            run(directory.relativize(file).toString(), inflated(Files.readAllBytes(file)));
        }
    }

    private static boolean isFeed(Path file) {
        String name = file.getFileName().toString();
        return !name.startsWith("LICENSE") && !name.equals("ORIGIN.md") && !name.endsWith(".jsonl");
    }

    private void run(String file, byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        boolean json = text.stripLeading().startsWith("{");
        if (!json && !ROOT.matcher(text).find()) {
            score.leaveOut(name);
            return;
        }
        JsonNode view = FeedView.of(bytes, "https://example.org/" + file, Optional.empty());
        int expected = json ? count(text, Pattern.compile("\"id\"\\s*:")) : count(text, ITEM);
        String found =
                view.has("refused")
                        ? view.path("refused").asText()
                        : Integer.toString(view.path("entries").size());
        score.add(name, file, "number of items", Compared.text(Integer.toString(expected), found));
        if (!json && view.path("entries").size() == 1 && isEmpty(text)) {
            score.leaveOut(name);
            return;
        }
        for (JsonNode entry : view.path("entries")) {
            score.add(name, file, "says something", Compared.is(true, says(entry)));
        }
    }

    private static boolean says(JsonNode entry) {
        return !entry.path("extensions").isEmpty()
                || entry.has("authors")
                || SAYING.stream().anyMatch(f -> !Compared.string(entry.path(f)).isBlank());
    }

    /** Whether the only item has neither a text nor a reference: then it has nothing to say. */
    private static boolean isEmpty(String text) {
        Matcher item = ONLY_ITEM.matcher(text);
        return item.find()
                && !REFERENCE.matcher(item.group()).find()
                && TAG.matcher(item.group()).replaceAll("").isBlank();
    }

    private static int count(String text, Pattern pattern) {
        Matcher matcher = pattern.matcher(text.toLowerCase(Locale.ROOT));
        int count = 0;
        while (matcher.find()) {
            count++;
        }
        return count;
    }

    /** As a server would have said that it is packed. */
    private static byte[] inflated(byte[] bytes) throws IOException {
        if (bytes.length > 2 && bytes[0] == 0x1f && (bytes[1] & 0xff) == 0x8b) {
            return all(new GZIPInputStream(new ByteArrayInputStream(bytes)));
        }
        return bytes.length > 2 && bytes[0] == 0x78
                ? all(new InflaterInputStream(new ByteArrayInputStream(bytes)))
                : bytes;
    }

    private static byte[] all(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
