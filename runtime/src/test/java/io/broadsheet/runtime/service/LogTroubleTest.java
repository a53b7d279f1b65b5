package io.broadsheet.runtime.service;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.logging.log4j.Level;
import org.apache.logging.log4j.message.SimpleMessage;
import org.apache.logging.log4j.status.StatusData;
import org.apache.logging.log4j.status.StatusListener;
import org.apache.logging.log4j.status.StatusLogger;
import org.junit.jupiter.api.Test;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** How trouble with the log itself is told. */
class LogTroubleTest {

    @Test
    void aLogThatCannotBeWrittenIsOneLineWithItsCause() {
        var thrown =
                new IllegalStateException(
                        "Error writing to stream", new IOException("No space left\non device"));
        var bytes = new ByteArrayOutputStream();

        new LogTrouble(new PrintStream(bytes, true, StandardCharsets.UTF_8))
                .log(
                        new StatusData(
                                new Throwable().getStackTrace()[0],
                                Level.ERROR,
                                new SimpleMessage("Unable to write to stream broadsheet.log"),
                                thrown,
                                "main"));

        assertThat(bytes.toString(StandardCharsets.UTF_8).lines())
                .containsExactly(
                        "logging: Unable to write to stream broadsheet.log: No space left\\u000aon"
                                + " device");
    }

    @Test
    void itIsToldOnceHoweverOftenTheFormatIsChosen() {
        LogTrouble.tell();
        LogTrouble.tell();

        List<StatusListener> ours = new ArrayList<>();
        StatusLogger.getLogger().getListeners().forEach(ours::add);
        assertThat(ours).filteredOn(LogTrouble.class::isInstance).hasSize(1);
    }
}
