package io.broadsheet.bench.urls;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.web.url.NormalizedUrl;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Prints how many URLs of a directory are read, resolved and normalized as expected: the tests of
 * the URL standard, and tables of odd URLs. Other schemes than those of the web are no URLs here.
 *
 * <p>{@code java -cp 'app/target/broadsheet/lib/*'
 * bench/src/main/java/io/broadsheet/bench/urls/ScoreUrls.java DIRECTORY [--failures]}
 */
public final class ScoreUrls {

    private static final Pattern FIELD = Pattern.compile("\\s*(?:\"([^\"]*)\"|([^,]*))\\s*(?:,|$)");
    private static final Pattern RESOLVED = Pattern.compile("(.*?), *(\\S+?), *(\\S+)");

    private final Path directory;

    private ScoreUrls(Path directory) {
        this.directory = directory;
    }

    /**
     * Prints the report.
     *
     * @param arguments the directory, and {@code --failures} to show what differs
     * @throws IOException if the directory cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        boolean failures = List.of(arguments).contains("--failures");
        var score = new ScoreUrls(Path.of(arguments[0]));
        PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
        score.standard().forEach(tally -> tally.print(out, failures));
        score.resolved().print(out, failures);
        score.normalized().forEach(tally -> tally.print(out, failures));
        score.invalid().print(out, failures);
    }

    private List<UrlTally> standard() throws IOException {
        var web = new UrlTally("URL standard, http and https");
        var refused = new UrlTally("URL standard, refused");
        var others = new UrlTally("URL standard, other schemes kept out");
        JsonNode rows =
                new ObjectMapper().readTree(directory.resolve("wpt-urltestdata.json").toFile());
        for (JsonNode row : rows) {
            if (row.isObject()) {
                String input = row.get("input").asText();
                String base = row.path("base").asText("");
                Optional<String> actual = NormalizedUrl.resolve(base, input);
                boolean failure = row.path("failure").asBoolean();
                boolean ours = row.path("protocol").asText().matches("https?:");
                Optional<String> expected =
                        ours ? Optional.of(row.get("href").asText()) : Optional.empty();
                (failure ? refused : ours ? web : others)
                        .count(input + "  on  " + base, expected, actual);
            }
        }
        return List.of(web, refused, others);
    }

    private UrlTally resolved() throws IOException {
        var tally = new UrlTally("resolved");
        for (String row : rows("url-resolve.csv")) {
            Matcher fields = RESOLVED.matcher(row);
            if (fields.matches()) {
                tally.count(
                        row,
                        Optional.of(unquoted(fields.group(3))),
                        NormalizedUrl.resolve(
                                unquoted(fields.group(2)), unquoted(fields.group(1))));
            }
        }
        return tally;
    }

    private List<UrlTally> normalized() throws IOException {
        var web = new UrlTally("normalized, http and https");
        var others = new UrlTally("normalized, other schemes kept out");
        for (String row : rows("weirdToNormalizedUrls.csv")) {
            Matcher fields = FIELD.matcher(row);
            String written = field(fields);
            String expected = field(fields);
            boolean ours = expected.matches("https?://.+");
            (ours ? web : others)
                    .count(
                            written,
                            Optional.of(expected).filter(_ -> ours),
                            NormalizedUrl.ofLink(written).map(NormalizedUrl::value));
        }
        return List.of(web, others);
    }

    private UrlTally invalid() throws IOException {
        var tally = new UrlTally("invalid, refused");
        for (String row : rows("invalidUrls.csv")) {
            tally.count(row, Optional.empty(), NormalizedUrl.ofLink(row).map(Object::toString));
        }
        return tally;
    }

    private static String field(Matcher fields) {
        if (!fields.find()) {
            return "";
        }
        return fields.group(1) == null ? fields.group(2).strip() : fields.group(1);
    }

    private static String unquoted(String field) {
        return field.replace("\"", "");
    }

    private List<String> rows(String file) throws IOException {
        return Files.readAllLines(directory.resolve(file)).stream()
                .filter(row -> !row.isBlank() && !row.startsWith("#"))
                .toList();
    }
}
