package io.broadsheet.bench.posts;

import com.fasterxml.jackson.databind.JsonNode;

import io.broadsheet.bench.posts.Stages.Result.Buried;
import io.broadsheet.bench.posts.Stages.Result.Kept;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.runtime.claim.ClaimStore;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/**
 * Prints how many posts of a directory come through and how many expectations of its {@code
 * expected.jsonl} hold, field by field.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/posts/ScorePosts.java DIRECTORY [--failures]}
 */
public final class ScorePosts {

    private final Path directory;
    private final Stages stages;
    private final Tally tally;

    private ScorePosts(Path directory, Tally tally) {
        this.directory = directory;
        this.stages = new Stages(ClaimStore.none(), InstantSource.system());
        this.tally = tally;
    }

    /**
     * Prints the report.
     *
     * @param arguments the directory, and {@code --failures} to show each difference
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScorePosts DIRECTORY [--failures]");
            return;
        }
        boolean failures = List.of(arguments).contains("--failures");
        var tally = new Tally(failures, out);
        Path directory = Path.of(arguments[0]);
        var score = new ScorePosts(directory, tally);
        for (Expected expected : Expected.in(directory)) {
            score.count(expected);
        }
        tally.print();
    }

    private void count(Expected expected) throws IOException {
        Path file = directory.resolve(expected.file());
        var document =
                new Document(
                        file.toUri().toString(),
                        file.getFileName().toString(),
                        Files.readAllBytes(file));
        switch (stages.take(document)) {
            case Buried(String reason) -> tally.add("comes through", expected, false, reason);
            case Kept kept -> {
                tally.add("comes through", expected, true, "");
                compare(expected, kept);
            }
        }
    }

    private void compare(Expected expected, Kept kept) {
        JsonNode known = expected.frontMatter().orElse(expected.fields());
        List<Check> checks =
                expected.frontMatter().isPresent() ? JekyllChecks.all() : GeneratorChecks.all();
        for (Check check : checks) {
            check.compare()
                    .of(known, kept)
                    .ifPresent(v -> tally.add(check.field(), expected, v.holds(), v.difference()));
        }
    }
}
