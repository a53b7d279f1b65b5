package io.broadsheet.desk.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What codes mean, in the words of the documentation: a table of a page in {@code docs}. */
public final class Words {

    private static final String PLACE = "/io/broadsheet/desk/words/";

    /**
     * What a code means.
     *
     * @param meaning what is or happened
     * @param advice what to do
     */
    public record Meaning(String meaning, String advice) {}

    private final Map<String, Meaning> meanings = new HashMap<>();

    private Words(String markdown, int column) {
        for (String line : markdown.lines().toList()) {
            String[] cells = line.split("\\|", -1);
            if (line.startsWith("| `") && cells.length > column + 1) {
                meanings.put(
                        plain(cells[1]),
                        new Meaning(plain(cells[column]), plain(cells[column + 1])));
            }
        }
    }

    /** Of the quality flags. */
    public static Words ofFlags() {
        return new Words(read("quality-flags.md"), 3);
    }

    /** Of the failure codes. */
    public static Words ofFailures() {
        return new Words(read("failure-codes.md"), 4);
    }

    /** What a code means; empty if the documentation does not know it. */
    public Optional<Meaning> of(String code) {
        return Optional.ofNullable(meanings.get(code));
    }

    private static String plain(String cell) {
        return cell.replace("`", "").strip();
    }

    private static String read(String name) {
        try (InputStream page =
                Objects.requireNonNull(Words.class.getResourceAsStream(PLACE + name), name)) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
