package io.broadsheet.e2e.containers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A program of this machine, run to its end.
 *
 * @param environment added to that of the tests
 * @param patience after which it is killed
 */
record Command(Map<String, String> environment, Duration patience) {

    /** Runs at the top of the project. */
    Answer run(List<String> words) throws IOException, InterruptedException {
        Path output = Files.createTempFile("command", ".out");
        try {
            var builder =
                    new ProcessBuilder(words)
                            .directory(Path.of("..").toFile())
                            .redirectErrorStream(true)
                            .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            boolean ended = process.waitFor(patience.toSeconds(), TimeUnit.SECONDS);
            process.destroyForcibly().waitFor();
            return new Answer(ended ? process.exitValue() : -1, Files.readString(output).strip());
        } catch (IOException e) {
            return new Answer(-1, words.getFirst() + ": " + e.getMessage());
        } finally {
            Files.deleteIfExists(output);
        }
    }

    /**
     * What it said.
     *
     * @param exitCode -1 if there is no such program, or it did not end in time
     */
    record Answer(int exitCode, String output) {

        boolean isGood() {
            return exitCode == 0;
        }

        /** The output of a program that must succeed. */
        String orFail() {
            assertThat(exitCode).as(output).isZero();
            return output;
        }
    }
}
