package io.broadsheet.bench.language;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Prints how often the language of sentences, word pairs and single words is told: the mean over
 * languages, for the lines that may be looked at and for the third set aside; which languages are
 * taken for which; and how often an answer is right by the confidence told with it. Beside it,
 * where lingua is on the class path, the same of lingua.
 *
 * <p>{@code java -cp 'bench/target/classes:app/target/broadsheet/lib/*'
 * io.broadsheet.bench.language.ScoreLanguages DIRECTORY [--details]}; the directory holds {@code
 * sentences.tsv}, {@code word-pairs.tsv} and {@code single-words.tsv}.
 */
public final class ScoreLanguages {

    private static final List<String> KINDS = List.of("sentences", "word-pairs", "single-words");

    /** In the data and not in lingua 1.2.2. */
    private static final List<String> UNKNOWN_TO_LINGUA = List.of("am", "om", "si", "ti");

    private final PrintStream out;
    private final boolean details;

    private ScoreLanguages(PrintStream out, boolean details) {
        this.out = out;
        this.details = details;
    }

    /**
     * Prints the scores.
     *
     * @param arguments the directory, and {@code --details} for those of the lines that may be
     *     looked at
     * @throws IOException if the directory cannot be read
     * @throws ReflectiveOperationException if lingua is another version than 1.2.2
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScoreLanguages DIRECTORY [--details]");
            return;
        }
        var score = new ScoreLanguages(out, List.of(arguments).contains("--details"));
        Optional<Detector> lingua = Detector.lingua();
        for (String kind : KINDS) {
            List<Line> lines = Line.of(Path.of(arguments[0]).resolve(kind + ".tsv"));
            score.print(kind, "ours", Detector.ours(), lines);
            if (lingua.isPresent()) {
                score.print(kind, "lingua", lingua.get(), lines);
            }
        }
    }

    private void print(String kind, String whose, Detector detector, List<Line> lines) {
        var looked = new Tally();
        var aside = new Tally();
        for (Line line : lines) {
            (line.aside() ? aside : looked).add(line, detector.tell(line.text()));
        }
        out.println(
                String.format(
                        Locale.ROOT,
                        "%-12s %-6s looked at %.2f %%, aside %.2f %%; of the languages of lingua"
                                + " %.2f, %.2f %%; not told %.2f, %.2f %%",
                        kind,
                        whose,
                        looked.mean(List.of()),
                        aside.mean(List.of()),
                        looked.mean(UNKNOWN_TO_LINGUA),
                        aside.mean(UNKNOWN_TO_LINGUA),
                        looked.unknown(),
                        aside.unknown()));
        if (details) {
            looked.printLanguages(out);
            looked.printConfused(out);
            looked.printConfidence(out);
        }
    }
}
