package io.broadsheet.runtime.failure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** docs/failure-codes.md explains every code, and no other. */
class FailureCodeDocumentationTest {

    @Test
    void everyCodeHasItsRowWithReasonAndReplay() throws IOException {
        List<String> documented =
                Files.readAllLines(Path.of("../docs/failure-codes.md")).stream()
                        .filter(line -> line.startsWith("| `"))
                        .map(line -> line.split("\\|"))
                        .map(cells -> (cells[1] + cells[2] + cells[3]).strip())
                        .toList();

        assertThat(documented)
                .containsExactlyElementsOf(
                        Arrays.stream(FailureCode.values())
                                .map(FailureCodeDocumentationTest::row)
                                .toList());
    }

    private static String row(FailureCode code) {
        return "`%s`  %s  %s".formatted(code, code.reason(), code.retryable() ? "yes" : "no");
    }
}
