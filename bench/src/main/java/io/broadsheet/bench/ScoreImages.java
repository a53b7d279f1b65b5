package io.broadsheet.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.enrich.image.inspect.ImageInspector;
import io.broadsheet.enrich.image.inspect.Inspection;
import io.broadsheet.enrich.image.inspect.Picture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Holds what the image checker reads from bytes against what two decoders say.
 *
 * <p>The directory has a file {@code images.jsonl}: {@code file}, {@code magic}, and for each
 * decoder {@code width}, {@code height}, {@code frames}, {@code orientation} and {@code decode}
 * ({@code ok} or an error). Where the two differ, either counts. As in a check, only the first 256
 * KiB of a file are looked at.
 */
public final class ScoreImages {

    private static final int KEPT_BYTES_MAX = 256 * 1024;
    private static final List<String> DECODERS = List.of("pillow", "vips");

    private static final Set<String> OF_BROWSERS =
            Set.of("jpeg", "png", "gif", "webp", "avif", "bmp", "ico", "none");

    private final Map<String, int[]> scores = new TreeMap<>();
    private final List<String> misses = new ArrayList<>();
    private Duration slowest = Duration.ZERO;

    private ScoreImages() {}

    /**
     * Prints what differs, then the scores.
     *
     * @param arguments the directory
     * @throws IOException if a file cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        var score = new ScoreImages();
        var json = new ObjectMapper();
        for (String line : Files.readAllLines(directory.resolve("images.jsonl"))) {
            score.take(directory, json.readTree(line));
        }
        score.print();
    }

    private void take(Path directory, JsonNode expected) throws IOException {
        byte[] bytes = Files.readAllBytes(directory.resolve(expected.get("file").asText()));
        byte[] kept = Arrays.copyOf(bytes, Math.min(bytes.length, KEPT_BYTES_MAX));
        long start = System.nanoTime();
        Inspection found = ImageInspector.inspect(kept, bytes.length);
        Duration took = Duration.ofNanos(System.nanoTime() - start);
        slowest = took.compareTo(slowest) > 0 ? took : slowest;
        compare(expected, found);
    }

    private void compare(JsonNode expected, Inspection found) {
        String seen = found.toString();
        Optional<Picture> picture = found.header();
        note("type", expected, type(found).equals(type(expected)), seen);
        boolean anyDecodes = values(expected, "decode").anyMatch("ok"::equals);
        boolean anyFails = values(expected, "decode").anyMatch(ScoreImages::isFailure);
        // The verdict on what browsers do not show is the same, broken or not.
        if ((anyDecodes || anyFails) && OF_BROWSERS.contains(type(expected))) {
            boolean sound = found instanceof Inspection.Image;
            note("broken or ok", expected, sound ? anyDecodes : anyFails, seen);
        }
        List<String> sizes = sizes(expected);
        if (anyDecodes && !sizes.isEmpty() && !(found instanceof Inspection.Unsupported)) {
            String size =
                    picture.flatMap(Picture::size)
                            .map(it -> it.width() + "x" + it.height())
                            .orElse("");
            note("size", expected, sizes.contains(size), seen);
        }
        if (anyDecodes) {
            compareDetails(expected, picture, seen);
        }
    }

    private void compareDetails(JsonNode expected, Optional<Picture> picture, String seen) {
        JsonNode decoder = expected.path("pillow");
        if (decoder.hasNonNull("orientation")) {
            int orientation = decoder.get("orientation").asInt();
            note(
                    "orientation",
                    expected,
                    picture.map(Picture::orientation).orElse(1)
                            == (orientation == 0 ? 1 : orientation),
                    seen);
        }
        if (decoder.hasNonNull("frames")) {
            boolean animated = decoder.get("frames").asInt() > 1;
            note(
                    "animated",
                    expected,
                    picture.map(Picture::animated).orElse(false) == animated,
                    seen);
        }
    }

    private static boolean isFailure(String decode) {
        return !decode.equals("ok") && !decode.startsWith("skipped");
    }

    private static Stream<String> values(JsonNode expected, String field) {
        return DECODERS.stream()
                .map(expected::path)
                .map(it -> it.has(field) ? it.get(field) : it.path("open"))
                .filter(JsonNode::isTextual)
                .map(JsonNode::asText);
    }

    private static List<String> sizes(JsonNode expected) {
        return DECODERS.stream()
                .map(expected::path)
                .filter(it -> it.hasNonNull("width"))
                .map(it -> it.get("width").asInt() + "x" + it.get("height").asInt())
                .distinct()
                .toList();
    }

    private static String type(JsonNode expected) {
        return switch (expected.get("magic").asText()) {
            case "heif" -> "heic";
            case "gzip", "unknown" -> "none";
            default -> expected.get("magic").asText();
        };
    }

    private static String type(Inspection found) {
        return found.header()
                .map(it -> it.format().name().toLowerCase(java.util.Locale.ROOT))
                .orElse("none");
    }

    private void note(String what, JsonNode expected, boolean right, String seen) {
        int[] score = scores.computeIfAbsent(what, _ -> new int[2]);
        score[1]++;
        if (right) {
            score[0]++;
        } else {
            misses.add("%s: %s%n    found %s".formatted(what, expected, seen));
        }
    }

    private void print() {
        misses.forEach(System.out::println);
        scores.forEach((what, score) ->
                System.out.printf(
                        "%-14s %4d of %4d  %5.1f %%%n",
                        what, score[0], score[1], 100.0 * score[0] / score[1]));
        System.out.printf("slowest        %d ms%n", slowest.toMillis());
    }
}
