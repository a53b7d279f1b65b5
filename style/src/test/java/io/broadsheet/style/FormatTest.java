package io.broadsheet.style;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions;
import com.google.googlejavaformat.java.RemoveUnusedImports;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Every file is as google-java-format (AOSP) writes it. To mend: {@code mvn -pl style test
 * -Dformat.apply}.
 */
class FormatTest {

    private static final JavaFormatterOptions.Style STYLE = JavaFormatterOptions.Style.AOSP;
    private final Formatter formatter =
            new Formatter(JavaFormatterOptions.builder().style(STYLE).build());

    @Test
    void everySourceFileIsFormatted() throws IOException, FormatterException {
        List<Path> unformatted = new ArrayList<>();
        for (Path file : Sources.all()) {
            String source = Files.readString(file);
            String formatted = format(source);
            if (formatted.equals(source)) {
                continue;
            }
            if (Boolean.getBoolean("format.apply")) {
                Files.writeString(file, formatted);
            } else {
                unformatted.add(file);
            }
        }
        assertThat(unformatted)
                .as("formatted otherwise than google-java-format does; see this class")
                .isEmpty();
    }

    private String format(String source) throws FormatterException {
        String ordered = ImportOrderer.reorderImports(source, STYLE);
        return formatter.formatSource(RemoveUnusedImports.removeUnusedImports(ordered));
    }
}
