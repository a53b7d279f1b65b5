package io.broadsheet.enrich.step;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** The document for operators names the steps that {@code reprocess --step} takes. */
class StepsDocTest {

    private static final Pattern NAME = Pattern.compile("`([a-z]+)`");

    @Test
    void theDocumentHasEveryStep() throws IOException {
        String line =
                Files.readAllLines(Path.of("..", "docs", "operations.md")).stream()
                        .filter(it -> it.startsWith("- `--step NAME`"))
                        .findFirst()
                        .orElseThrow();
        List<String> documented =
                NAME.matcher(line.substring(0, line.indexOf('.')))
                        .results()
                        .map(MatchResult::group)
                        .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(Step.values()).map(s -> "`" + s.processor() + "`").toList());
    }
}
