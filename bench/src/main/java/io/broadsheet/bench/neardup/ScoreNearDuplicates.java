package io.broadsheet.bench.neardup;

import io.broadsheet.enrich.step.fingerprint.FingerprintStep;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Prints how well near-duplicates are found: precision and recall of pairs, for the pairs of a
 * collection, and for texts that were edited as outlets edit them, among pages that have a template
 * in common. Beside it what it costs.
 *
 * <p>{@code java -cp 'bench/target/classes:app/target/broadsheet/lib/*'
 * io.broadsheet.bench.neardup.ScoreNearDuplicates DIRECTORY [POSTS] [--details]}; the directory
 * holds {@code articles.train.gz} and {@code articles.truth}, the other one {@code expected.jsonl}.
 */
public final class ScoreNearDuplicates {

    private static final int SEED = 7;

    /** So much text there must be for it to be told by text alone. */
    private static final int WEIGHT_MIN = 600;

    private final PrintStream out;
    private final boolean details;
    private final Random random = new Random(SEED);

    private ScoreNearDuplicates(PrintStream out, boolean details) {
        this.out = out;
        this.details = details;
    }

    /**
     * Prints the scores.
     *
     * @param arguments the directories, and {@code --details} for the pairs that are wrong
     * @throws IOException if a directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        List<String> directories = new ArrayList<>(List.of(arguments));
        var score = new ScoreNearDuplicates(out, directories.remove("--details"));
        if (directories.isEmpty()) {
            out.println("usage: ScoreNearDuplicates DIRECTORY [POSTS] [--details]");
            return;
        }
        List<Paper> wire = Papers.ofPairs(Path.of(directories.getFirst()));
        score.print("pairs of the collection", wire);
        score.print("its texts edited", score.edited(wire, wire));
        if (directories.size() > 1) {
            score.posts(Papers.ofPosts(Path.of(directories.get(1))), wire);
        }
        score.print("its texts once more, warm", score.edited(wire, wire));
    }

    private void posts(List<Paper> posts, List<Paper> wire) {
        List<Paper> found = TrueFamilies.found(posts);
        print("posts as they are", found);
        List<Paper> texts = found.stream().filter(ScoreNearDuplicates::hasText).toList();
        print("posts edited, " + texts.size() + " of them", edited(texts, wire));
    }

    private static boolean hasText(Paper paper) {
        return FingerprintStep.of(paper.text()).filter(p -> p.weight() >= WEIGHT_MIN).isPresent();
    }

    /** Each text, what becomes of it, and pages of a template; in no order. */
    private List<Paper> edited(List<Paper> papers, List<Paper> strangers) {
        var edits = new Edits(random, strangers);
        List<Paper> all = new ArrayList<>(new Templates("template", random, strangers).all());
        for (Paper paper : papers) {
            all.add(paper);
            all.addAll(edits.of(paper));
        }
        Collections.shuffle(all, random);
        return all;
    }

    private void print(String what, List<Paper> papers) {
        var clustering = new Clustering();
        papers.forEach(clustering::take);
        Map<String, List<Paper>> clusters =
                papers.stream().collect(Collectors.groupingBy(clustering::primaryOf));
        Map<String, List<Paper>> families =
                papers.stream().collect(Collectors.groupingBy(Paper::family));
        long found = pairs(clusters);
        long right = rightPairs(clusters);
        long all = pairs(families);
        out.println(
                String.format(
                        Locale.ROOT,
                        "%s: %d articles; precision %.4f (%d of %d), recall %.4f (%d of %d);"
                                + " step %d us, sketch and index %d us an article",
                        what,
                        papers.size(),
                        (double) right / Math.max(1, found),
                        right,
                        found,
                        (double) right / Math.max(1, all),
                        right,
                        all,
                        clustering.step().toNanos() / 1_000,
                        clustering.index().toNanos() / 1_000));
        printByEdit(families, clustering);
        if (details) {
            clusters.values().forEach(this::printMixed);
            families.values().forEach(family -> printApart(family, clustering));
        }
    }

    private void printApart(List<Paper> family, Clustering clustering) {
        if (family.stream().map(clustering::primaryOf).distinct().count() > 1) {
            out.println("    apart: " + family.stream().map(Paper::id).toList());
        }
    }

    private static long pairs(Map<String, List<Paper>> groups) {
        return groups.values().stream().mapToLong(group -> pairs(group.size())).sum();
    }

    private static long pairs(long size) {
        return size * (size - 1) / 2;
    }

    private static long rightPairs(Map<String, List<Paper>> clusters) {
        return clusters.values().stream()
                .mapToLong(cluster ->
                        pairs(cluster.stream().collect(Collectors.groupingBy(Paper::family))))
                .sum();
    }

    /** How many of each kind came to the text that they were made of. */
    private void printByEdit(Map<String, List<Paper>> families, Clustering clustering) {
        Map<String, int[]> counts = new TreeMap<>();
        Map<String, Paper> firsts = new HashMap<>();
        families.values().stream()
                .flatMap(List::stream)
                .filter(paper -> paper.edit().isEmpty())
                .forEach(paper -> firsts.put(paper.id(), paper));
        for (Paper paper : families.values().stream().flatMap(List::stream).toList()) {
            paper.edit()
                    .ifPresent(edit -> {
                        String of = paper.id().substring(0, paper.id().lastIndexOf('/'));
                        Paper first = firsts.getOrDefault(of, paper);
                        int[] count = counts.computeIfAbsent(edit, _ -> new int[2]);
                        boolean same =
                                clustering.primaryOf(paper).equals(clustering.primaryOf(first));
                        count[0] += same ? 1 : 0;
                        count[1]++;
                    });
        }
        counts.forEach((edit, count) ->
                out.println(
                        String.format(
                                Locale.ROOT,
                                "    %-10s %.4f of %d",
                                edit,
                                (double) count[0] / count[1],
                                count[1])));
    }

    private void printMixed(List<Paper> cluster) {
        if (cluster.stream().map(Paper::family).distinct().count() > 1) {
            out.println("    mixed: " + cluster.stream().map(Paper::id).toList());
        }
    }
}
