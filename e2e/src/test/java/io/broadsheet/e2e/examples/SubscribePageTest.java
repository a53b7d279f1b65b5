package io.broadsheet.e2e.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The page for subscribers shows the very programs that ExamplesIT runs. */
class SubscribePageTest {

    private static final Path PROJECT = Path.of("..");

    @ParameterizedTest
    @ValueSource(strings = {"java/Headlines.java", "node/headlines.mjs", "kcat/articles.sh"})
    void theProgramStandsThereWordForWord(String program) throws IOException {
        String text = Files.readString(PROJECT.resolve("examples").resolve(program));
        assertThat(page()).contains("`examples/" + program + "`").contains("\n" + text + "```\n");
    }

    @Test
    void noOtherProgramStandsThere() throws IOException {
        assertThat(page().split("\n```(java|js|sh)\n", -1)).hasSize(1 + 3);
    }

    private static String page() throws IOException {
        return Files.readString(PROJECT.resolve("docs/subscribe.md"));
    }
}
