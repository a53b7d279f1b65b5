package io.broadsheet.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.app.console.Console;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import picocli.CommandLine;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;

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

    private static JsonNode extracted(Path file) throws IOException {
        var text = new StringWriter();
        var out = new PrintWriter(text);
        int exit =
                new CommandLine(new ExtractCommand(new Console(out, out, false)))
                        .execute(file.toString(), "--json");
        assertThat(exit).isZero();
        return new ObjectMapper().readTree(text.toString());
    }
}
