package io.broadsheet.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What is logged arrives where it was asked for, also when loggers were made before. */
class LogFormatTest {

    private static final PrintStream STANDARD_ERROR = System.err;

    private final ByteArrayOutputStream terminal = new ByteArrayOutputStream();

    @AfterEach
    void restore() {
        System.setErr(STANDARD_ERROR);
        LogFormat.TERSE.use();
    }

    @Test
    void textGoesToTheFileAndWarningsOfOursToTheTerminalToo(@TempDir Path directory)
            throws Exception {
        var ours = LoggerFactory.getLogger("io.broadsheet.example");
        var theirs = LoggerFactory.getLogger("org.example");
        watchTerminal();
        LogFormat.useText(directory, "WARN");

        ours.atInfo().addKeyValue("articleId", "a1").log("stored");
        ours.atWarn().log("odd");
        theirs.atWarn().log("theirs");

        assertThat(Files.readString(directory.resolve("broadsheet.log")))
                .contains("stored {articleId=a1}")
                .contains("odd")
                .contains("theirs");
        assertThat(onTerminal()).contains("odd").doesNotContain("stored", "theirs");
    }

    @Test
    void aLineBreakInAMessageMakesNoSecondLine() {
        watchTerminal();
        LogFormat.TERSE.use();

        LoggerFactory.getLogger("io.broadsheet.example").warn("one\r\ntwo");

        assertThat(onTerminal().lines()).singleElement().asString().contains("one\\r\\ntwo");
    }

    @Test
    void jsonIsOneObjectALine() {
        watchTerminal();
        LogFormat.JSON.use();

        LoggerFactory.getLogger("io.broadsheet.example").info("one\ntwo");

        assertThat(onTerminal().lines())
                .singleElement()
                .asString()
                .startsWith("{\"@timestamp\"")
                .contains("\"message\":\"one\\ntwo\"");
    }

    private void watchTerminal() {
        System.setErr(new PrintStream(terminal, true, StandardCharsets.UTF_8));
    }

    private String onTerminal() {
        return terminal.toString(StandardCharsets.UTF_8);
    }
}
