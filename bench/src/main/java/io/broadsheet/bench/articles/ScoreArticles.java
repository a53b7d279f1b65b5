package io.broadsheet.bench.articles;

import io.broadsheet.runtime.claim.FileClaims;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Prints how well articles are found in the pages of the collections of a directory, on the pages
 * that one may look at and on those kept aside, beside the scores of peers.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*:bench/target/classes'
 * io.broadsheet.bench.articles.ScoreArticles DIRECTORY [COLLECTION...] [--failures]}
 */
public final class ScoreArticles {

    private static final List<Collection> COLLECTIONS =
            List.of(
                    new Aeb(),
                    new Trafilatura(),
                    new Readability(),
                    new Defuddle(),
                    new Newspaper(),
                    new Postlight(),
                    new Extractus());

    private ScoreArticles() {}

    /**
     * Prints the report.
     *
     * @param arguments the directory of the collections, names of collections if not all are
     *     wanted, and {@code --failures} to show each difference of the seen side
     * @throws IOException if a collection cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> words = List.of(arguments);
        if (words.isEmpty()) {
            out.println("usage: ScoreArticles DIRECTORY [COLLECTION...] [--failures]");
            return;
        }
        boolean failures = words.contains("--failures");
        List<String> wanted =
                words.stream().skip(1).filter(word -> !word.startsWith("--")).toList();
        var claims = new FileClaims(Files.createTempDirectory("score-articles"));
        var extractor = new Extractor(claims);
        for (Collection collection : COLLECTIONS) {
            Path directory = Path.of(arguments[0]).resolve(collection.name());
            boolean asked = wanted.isEmpty() || wanted.contains(collection.name());
            if (asked && Files.isDirectory(directory)) {
                var report = new Report(collection.name(), failures, out);
                collection.score(directory, extractor, report);
                report.print();
            }
        }
    }
}
