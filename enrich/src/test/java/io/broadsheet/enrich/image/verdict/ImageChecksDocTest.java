package io.broadsheet.enrich.image.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.v1.ImageOutcome;
import io.broadsheet.v1.ImageVerdict;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The page for operators names every verdict with its outcome, and every outcome. */
class ImageChecksDocTest {

    @ParameterizedTest
    @EnumSource(value = ImageVerdict.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void eachVerdictIsExplained(ImageVerdict verdict) throws IOException {
        String row = "| `%s` | %s |".formatted(verdict, Outcomes.of(verdict));

        assertThat(lines()).as(row).filteredOn(line -> line.startsWith(row)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(value = ImageOutcome.class, mode = EnumSource.Mode.EXCLUDE, names = "UNKNOWN")
    void eachOutcomeSaysWhatToDo(ImageOutcome outcome) throws IOException {
        assertThat(lines()).filteredOn(line -> line.startsWith("| " + outcome + " |")).hasSize(1);
    }

    private static List<String> lines() throws IOException {
        return Files.readAllLines(Path.of("..", "docs", "image-checks.md"));
    }
}
