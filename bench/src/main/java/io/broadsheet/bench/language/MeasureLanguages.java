package io.broadsheet.bench.language;

import io.broadsheet.enrich.step.Scripts;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.Character.UnicodeScript;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToLongFunction;

/**
 * Prints what telling a language costs in processor time, warm: of sentences and of articles of
 * about six thousand characters (sentences of one language put together), and the mean of both.
 * Beside it in the same rounds the floor, which is to look once at the script of each character;
 * and, where lingua is on the class path, lingua, on a part of the texts, because it is slow.
 *
 * <p>{@code java -cp 'bench/target/classes:app/target/broadsheet/lib/*'
 * io.broadsheet.bench.language.MeasureLanguages DIRECTORY}; the directory holds {@code
 * sentences.tsv}.
 */
public final class MeasureLanguages {

    private static final int ARTICLE_CHARS = 6_000;
    private static final int WARM_UP_ROUNDS = 4;
    private static final int ROUNDS = 9;

    /** Of lingua one text in so many. */
    private static final int LINGUA_EACH = 40;

    private final PrintStream out;
    private final Detector ours = Detector.ours();
    private final Optional<Detector> lingua;
    private long sink;

    private MeasureLanguages(PrintStream out, Optional<Detector> lingua) {
        this.out = out;
        this.lingua = lingua;
    }

    /**
     * Prints the costs.
     *
     * @param arguments the directory
     * @throws IOException if it cannot be read
     * @throws ReflectiveOperationException if lingua is another version than 1.2.2
     */
    public static void main(String[] arguments) throws IOException, ReflectiveOperationException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: MeasureLanguages DIRECTORY");
            return;
        }
        List<Line> lines = Line.of(Path.of(arguments[0]).resolve("sentences.tsv"));
        var measure = new MeasureLanguages(out, Detector.lingua());
        measure.printLoading();
        double sentences = measure.print("sentences", lines.stream().map(Line::text).toList());
        double articles = measure.print("articles", articles(lines));
        out.println(
                String.format(
                        Locale.ROOT,
                        "mean of both, ours: %.1f us [%d]",
                        (sentences + articles) / 2,
                        measure.sink));
    }

    /** What the model takes, once. */
    private void printLoading() {
        long before = used();
        long start = cpuNanos();
        sink += ours.tell("one text for the model to be loaded").language().length();
        out.println(
                String.format(
                        Locale.ROOT,
                        "loading: %.0f ms, %.1f MB of heap",
                        (cpuNanos() - start) / 1e6,
                        (used() - before) / 1e6));
    }

    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    private static List<String> articles(List<Line> lines) {
        var byLanguage = new TreeMap<String, StringBuilder>();
        List<String> articles = new ArrayList<>();
        for (Line line : lines) {
            var article = byLanguage.computeIfAbsent(line.language(), _ -> new StringBuilder());
            article.append(line.text()).append('\n');
            if (article.length() >= ARTICLE_CHARS) {
                articles.add(article.toString());
                article.setLength(0);
            }
        }
        return articles;
    }

    private double print(String what, List<String> texts) {
        List<String> few = new ArrayList<>();
        for (int i = 0; i < texts.size(); i += LINGUA_EACH) {
            few.add(texts.get(i));
        }
        double[][] micros = new double[2][ROUNDS];
        for (int round = -WARM_UP_ROUNDS; round < ROUNDS; round++) {
            double floor = micros(texts, MeasureLanguages::scripts);
            double step = micros(texts, text -> ours.tell(text).language().length());
            if (round >= 0) {
                micros[0][round] = floor;
                micros[1][round] = step;
            }
        }
        double mean = median(micros[1]);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d, %.0f characters; scripts only %.1f us, ours %.1f us%s",
                        what,
                        texts.size(),
                        texts.stream().mapToInt(String::length).average().orElse(0),
                        median(micros[0]),
                        mean,
                        lingua.map(other ->
                                        ", lingua "
                                                + String.format(
                                                        Locale.ROOT, "%.0f us", lingua(other, few)))
                                .orElse("")));
        return mean;
    }

    /** After one round to warm up. */
    private double lingua(Detector other, List<String> texts) {
        micros(texts, text -> other.tell(text).language().length());
        return micros(texts, text -> other.tell(text).language().length());
    }

    private double micros(List<String> texts, ToLongFunction<String> work) {
        long before = cpuNanos();
        for (String text : texts) {
            sink += work.applyAsLong(text);
        }
        return (cpuNanos() - before) / 1e3 / texts.size();
    }

    private static long scripts(String text) {
        long latin = 0;
        for (int at = 0; at < text.length(); at++) {
            latin += Scripts.of(text.charAt(at)) == UnicodeScript.LATIN ? 1 : 0;
        }
        return latin;
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
