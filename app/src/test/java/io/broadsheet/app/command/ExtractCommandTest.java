package io.broadsheet.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.app.console.Console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What {@code broadsheet extract} prints of files as they are. */
class ExtractCommandTest {

    @TempDir private Path directory;

    @Test
    void aPageTooLargeForARecordIsExtractedWithoutADataDirectory() throws IOException {
        String scripts = "<script>var x = 1;</script>".repeat(50_000);
        Path page =
                Files.writeString(
                        directory.resolve("page.html"),
                        "<html><head><title>A page</title></head><body><p>Its text, which is long"
                                + " enough to be one.</p>"
                                + scripts
                                + "</body></html>");

        JsonNode line = extracted(page);

        assertThat(line.path("headline").asText()).isEqualTo("A page");
        assertThat(line.path("articleBody").asText()).startsWith("Its text");
    }

    @Test
    void aPageIsReadByItsCharacterSetAndTheAddressItWasGotFrom() throws IOException {
        Path page = directory.resolve("page.html");
        Files.write(page, PAGE.getBytes(Charset.forName("windows-1252")));

        JsonNode line = extracted(page, "--url", "https://gull.example/news/ferry.html");

        assertThat(line.path("headline").asText()).isEqualTo("The café on the ferry");
        assertThat(line.path("url").asText()).isEqualTo("https://gull.example/news/ferry.html");
        assertThat(line.path("author").get(0).path("name").asText()).isEqualTo("Ann Example");
        assertThat(line.path("articleBody").asText())
                .startsWith("It was late")
                .doesNotContain("Home");
        assertThat(line.path("articleBodyHtml").asText())
                .contains("href=\"https://gull.example/log\"");
    }

    @Test
    void withoutJsonAnArticleIsToBeRead() throws IOException {
        Path page = directory.resolve("page.html");
        Files.write(page, PAGE.getBytes(Charset.forName("windows-1252")));

        Ran ran = run(page.toString());

        assertThat(ran.exit()).isZero();
        assertThat(ran.out().lines())
                .startsWith("The café on the ferry", "Ann Example")
                .anyMatch(line -> line.startsWith("It was late"));
    }

    @Test
    void whatIsNoArticleIsToldAndTheOthersGoOn() throws IOException {
        Path bad = Files.writeString(directory.resolve("a.bin"), "no markup");
        Path page =
                Files.writeString(directory.resolve("b.html"), "<html><title>B</title><p>Text.");

        Ran ran = run(bad.toString(), page.toString());

        assertThat(ran.exit()).isEqualTo(1);
        assertThat(ran.err()).contains("a.bin").contains("FRONT_MATTER_MISSING");
        assertThat(ran.out()).startsWith("B");
    }

    @ParameterizedTest
    @CsvSource({
        "--url ferry.html, an address that begins with",
        "--url https://gull.example/ again.html, for one file only",
    })
    void anAddressThatCannotBeItsIsAMistake(String words, String complaint) throws IOException {
        Path page = Files.writeString(directory.resolve("page.html"), "<html><p>Text.");
        String[] arguments = (page + " " + words).split(" ", -1);

        assertThat(run(arguments).failure())
                .hasValueSatisfying(told -> assertThat(told).contains(complaint));
    }

    private static final String PAGE =
            """
            <html><head><meta charset=windows-1252><title>The café on the ferry - Gull</title></head>
            <body><nav><a href=/>Home</a></nav><article><h1>The café on the ferry</h1>
            <p class=byline>By Ann Example</p>
            <p>It was late, and the ferry had left the island, as <a href=/log>its log</a> says.</p>
            <p>The café on board was open all the same, and its only guest was the captain.</p>
            </article></body></html>
            """;

    private record Ran(int exit, String out, String err, Optional<String> failure) {}

    private static Ran run(String... arguments) {
        var out = new StringWriter();
        var err = new StringWriter();
        List<String> failures = new ArrayList<>();
        var console = new Console(new PrintWriter(out), new PrintWriter(err), false);
        int exit =
                new CommandLine(new ExtractCommand(console))
                        .setExecutionExceptionHandler((e, _, _) -> {
                            failures.add(String.valueOf(e.getMessage()));
                            return 2;
                        })
                        .execute(arguments);
        return new Ran(exit, out.toString(), err.toString(), failures.stream().findFirst());
    }

    private static JsonNode extracted(Path file, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of(file.toString(), "--json"));
        arguments.addAll(List.of(more));
        Ran ran = run(arguments.toArray(String[]::new));
        assertThat(ran.exit()).isZero();
        return new ObjectMapper().readTree(ran.out());
    }
}
