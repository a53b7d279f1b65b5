package io.broadsheet.bench.feeds;

import io.broadsheet.ingest.charset.Decoding;
import io.broadsheet.ingest.charset.TextDecoder;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Prints how many documents of known character sets are decoded with the right one.
 *
 * <p>The directory holds collections: either directories named for a character set, with a language
 * behind a second hyphen, or {@code *.dat} files in which {@code #data} and {@code #encoding} head
 * the bytes of a page and what their prescan has to find.
 */
public final class ScoreCharsets {

    private static final String DATA = "#data\n";
    private static final String ENCODING = "\n#encoding\n";

    private final Score score;

    private ScoreCharsets(Score score) {
        this.score = score;
    }

    /**
     * Prints the scores.
     *
     * @param arguments the directory, and {@code --failures} to see what does not hold
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        var out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        if (arguments.length == 0) {
            out.println("usage: ScoreCharsets DIRECTORY [--failures]");
            return;
        }
        var score = new Score(List.of(arguments).contains("--failures"), out);
        var run = new ScoreCharsets(score);
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            run.take(file);
        }
        score.print();
    }

    private void take(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (name.endsWith(".dat")) {
            prescans(name(file, 2), file);
        } else if (!name.startsWith("LICENSE")
                && name.indexOf('.') > 0
                && !name.startsWith("README")
                && !name.startsWith("ORIGIN")) {
            String set = name(file, 2);
            page(name(file, 3), set, file);
        }
    }

    /** A part of a path, counted from its end. */
    private static String name(Path file, int fromEnd) {
        return file.getName(Math.max(0, file.getNameCount() - fromEnd)).toString();
    }

    private void page(String collection, String set, Path file) throws IOException {
        String expected = expected(set);
        String found = found(Files.readAllBytes(file));
        score.add(
                collection,
                file.getFileName().toString(),
                set,
                new Compared(CharsetNames.isSuperset(found, expected), expected, found));
    }

    /** Without the language, of which no set's name ends like one. */
    private static String expected(String directory) {
        int hyphen = directory.lastIndexOf('-');
        boolean language =
                hyphen > 0
                        && directory.length() - hyphen > 4
                        && directory.substring(hyphen + 1).chars().allMatch(Character::isLetter);
        return language ? directory.substring(0, hyphen) : directory;
    }

    private static String found(byte[] bytes) {
        return switch (TextDecoder.decode(bytes, Optional.empty())) {
            case Decoding.Decoded text -> text.charset();
            case Decoding.Undecodable(var why) -> why.message();
        };
    }

    /** Only those that declare something are cases for us: there is no default set here. */
    private void prescans(String collection, Path file) throws IOException {
        String all = Files.readString(file, StandardCharsets.ISO_8859_1);
        int number = 0;
        for (String part : all.split("(?m)^" + DATA, -1)) {
            int at = part.indexOf(ENCODING);
            if (at < 0) {
                continue;
            }
            number++;
            byte[] bytes = part.substring(0, at).getBytes(StandardCharsets.ISO_8859_1);
            String expected = part.substring(at + ENCODING.length()).lines().findFirst().orElse("");
            prescan(collection, file.getFileName() + " " + number, bytes, expected.strip());
        }
    }

    private void prescan(String collection, String name, byte[] bytes, String expected) {
        String found = found(bytes);
        boolean defaulted = expected.equalsIgnoreCase("windows-1252") && found.equals("UTF-8");
        if (defaulted) {
            score.leaveOut(collection);
        } else {
            score.add(
                    collection,
                    name,
                    "declared",
                    new Compared(CharsetNames.isSuperset(found, expected), expected, found));
        }
    }
}
