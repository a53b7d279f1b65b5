package io.broadsheet.bench.feeds;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * Prints, for a directory of collections of feeds, how many of the expectations of each hold.
 *
 * <p>A collection is a directory in it, known by its form: {@code expect.jsonl} with assertions,
 * {@code expected.json} in directories of their own, pairs of {@code x.xml} and {@code x.json}, or
 * feeds alone. {@code --failures} shows each expectation that does not hold.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/feeds/ScoreFeeds.java DIRECTORY [--failures]}
 */
public final class ScoreFeeds {

    private ScoreFeeds() {}

    /**
     * Prints the scores.
     *
     * @param arguments the directory, and {@code --failures}
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScoreFeeds DIRECTORY [--failures]");
            return;
        }
        var score = new Score(List.of(arguments).contains("--failures"), out);
        List<Path> collections;
        try (Stream<Path> all = Files.list(Path.of(arguments[0]))) {
            collections = all.filter(Files::isDirectory).sorted().toList();
        }
        for (Path collection : collections) {
            run(collection, score);
        }
        score.print();
    }

    private static void run(Path collection, Score score) throws IOException {
        if (Files.exists(collection.resolve("testcases"))) {
            new RobustnessScore(collection, score).run();
        } else if (Files.exists(collection.resolve("expect.jsonl"))) {
            new FeedparserScore(collection, score).run();
        } else if (holds(collection, "expected.json")) {
            new SampleFeedsScore(collection, score).run();
        } else if (Files.exists(collection.resolve("testdata"))) {
            new GofeedScore(collection, score).run();
        } else {
            new RobustnessScore(collection, score).run();
        }
    }

    private static boolean holds(Path directory, String name) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.anyMatch(f -> f.endsWith(name));
        }
    }
}
