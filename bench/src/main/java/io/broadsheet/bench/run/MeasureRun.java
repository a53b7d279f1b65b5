package io.broadsheet.bench.run;

import io.broadsheet.app.command.RunCommand;
import io.broadsheet.app.console.Console;
import io.broadsheet.bench.Spent;

import org.jsoup.Jsoup;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The same posts through the whole pipeline again and again in one process, each time into an empty
 * directory: broker, registry, enrichment and store are made anew, only the virtual machine becomes
 * warm. Images are not checked. Printed are articles a second and seconds of the processor for a
 * thousand, of the whole round with its start and its end; beside them what reading the files and
 * parsing them with jsoup takes on one thread, as a floor for both.
 *
 * <p>{@code java -Xmx1g -XX:+UseSerialGC -cp ... io.broadsheet.bench.run.MeasureRun POSTS
 * [ROUNDS]}, with posts of {@link io.broadsheet.bench.GeneratePosts}.
 */
public final class MeasureRun {

    private static final int ROUNDS = 6;

    private final Path posts;
    private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);

    private MeasureRun(Path posts) {
        this.posts = posts;
    }

    /** What is measured. */
    private interface Work {
        void run() throws IOException;
    }

    /**
     * Prints the rounds.
     *
     * @param arguments directory of the posts, how many rounds
     * @throws IOException if the posts cannot be read, or there is no place for the data
     */
    public static void main(String[] arguments) throws IOException {
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : ROUNDS;
        new MeasureRun(Path.of(arguments[0])).run(rounds);
    }

    private void run(int rounds) throws IOException {
        List<Path> files = files();
        for (int round = 1; round <= rounds; round++) {
            Spent floor = measure(() -> parse(files));
            Path data = Files.createTempDirectory("broadsheet-bench-run");
            Spent all = measure(() -> pass(data));
            delete(data);
            out.println(
                    String.format(
                            Locale.ROOT,
                            "round %d: floor %s; run %s",
                            round,
                            floor.of(files.size()),
                            all.of(files.size())));
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(posts)) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static void parse(List<Path> files) throws IOException {
        for (Path file : files) {
            String text = Files.readString(file);
            if (Jsoup.parseBodyFragment(text).body().childNodeSize() == 0) {
                throw new IOException(file + " is empty");
            }
        }
    }

    private void pass(Path data) throws IOException {
        var account = new StringWriter();
        var console = new Console(new PrintWriter(account), new PrintWriter(account), false);
        int exitCode =
                new CommandLine(new RunCommand(console))
                        .execute(
                                posts.toString(),
                                "--data",
                                data.toString(),
                                "--source-id",
                                "generated",
                                "--no-image-checks");
        if (exitCode != 0) {
            throw new IOException("run ended with " + exitCode + ": " + account);
        }
    }

    private static Spent measure(Work work) throws IOException {
        Spent.Since begin = Spent.now();
        work.run();
        return begin.spent();
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
