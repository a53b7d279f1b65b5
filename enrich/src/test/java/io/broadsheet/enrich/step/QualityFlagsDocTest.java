package io.broadsheet.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** The document that consumers read names the codes that they meet. */
class QualityFlagsDocTest {

    @Test
    void theDocumentHasEveryCodeWithItsSeverity() throws IOException {
        List<String> documented =
                Files.readAllLines(Path.of("..", "docs", "quality-flags.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("\\|", -1))
                        .map(cells -> cells[1].strip().replace("`", "") + " " + cells[2].strip())
                        .toList();

        assertThat(documented)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(QualityCode.values())
                                .map(code -> code.name() + " " + code.severity())
                                .toList());
    }

    @Test
    void aFlagTellsOutsideTextOnOneShortLine() {
        var flag = QualityCode.LINK_INVALID.on("url", "a\nb\u202e" + "x".repeat(500));

        assertThat(flag.getDetail()).startsWith("a\\u000ab\\u202e").hasSizeLessThanOrEqualTo(200);
    }
}
