package io.broadsheet.bench.posts;

import io.broadsheet.bench.posts.Cost.Measured;
import io.broadsheet.ingest.document.Document;
import io.broadsheet.runtime.claim.ClaimStore;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Prints what a directory of documents costs, round by round, with the five dearest of the last
 * round. The documents are in memory; the first rounds warm the machine up.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/posts/MeasurePosts.java DIRECTORY [ROUNDS]}
 */
public final class MeasurePosts {

    private static final int ROUNDS = 5;
    private static final int DEAREST = 5;

    private final Stages stages = new Stages(ClaimStore.none(), InstantSource.system());
    private final PrintStream out;

    /** What one document cost in both stages. */
    private record Line(String name, Cost parse, Cost enrich, boolean kept) {

        Duration cpu() {
            return parse.cpu().plus(enrich.cpu());
        }
    }

    private MeasurePosts(PrintStream out) {
        this.out = out;
    }

    /**
     * Prints the report.
     *
     * @param arguments the directory and, if wanted, how many rounds
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: MeasurePosts DIRECTORY [ROUNDS]");
            return;
        }
        List<Document> documents = documents(Path.of(arguments[0]));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        var measure = new MeasurePosts(out);
        List<Line> last = List.of();
        for (int round = 1; round <= rounds; round++) {
            last = documents.stream().map(measure::line).toList();
            measure.print("round " + round, last);
        }
        measure.printDearest(last);
    }

    private static List<Document> documents(Path directory) throws IOException {
        List<Document> documents = new ArrayList<>();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = directory.relativize(file).toString();
                String bare = name.endsWith(".gz") ? name.substring(0, name.length() - 3) : name;
                documents.add(new Document("file:///" + bare, bare, Inflated.bytes(file)));
            }
        }
        return documents;
    }

    private Line line(Document document) {
        Measured<Stages.Read> read = Cost.of(() -> stages.read(document));
        Measured<Stages.Result> result = Cost.of(() -> stages.enrich(read.answer()));
        boolean kept = result.answer() instanceof Stages.Result.Kept;
        return new Line(document.name(), read.cost(), result.cost(), kept);
    }

    private void print(String what, List<Line> lines) {
        double thousands = lines.size() / 1000.0;
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d of %d kept; CPU-s per 1,000: parse %.3f, enrich %.3f; KB each:"
                                + " parse %.0f, enrich %.0f",
                        what,
                        lines.stream().filter(Line::kept).count(),
                        lines.size(),
                        seconds(lines, Line::parse) / thousands,
                        seconds(lines, Line::enrich) / thousands,
                        kilobytes(lines, Line::parse),
                        kilobytes(lines, Line::enrich)));
    }

    private static double seconds(List<Line> lines, java.util.function.Function<Line, Cost> of) {
        return lines.stream().mapToLong(line -> of.apply(line).cpu().toNanos()).sum() / 1e9;
    }

    private static double kilobytes(List<Line> lines, java.util.function.Function<Line, Cost> of) {
        return lines.stream().mapToLong(line -> of.apply(line).bytes()).average().orElse(0) / 1024;
    }

    private void printDearest(List<Line> lines) {
        lines.stream()
                .sorted((a, b) -> b.cpu().compareTo(a.cpu()))
                .limit(DEAREST)
                .forEach(line ->
                        out.println("%6d ms  %s".formatted(line.cpu().toMillis(), line.name())));
    }
}
