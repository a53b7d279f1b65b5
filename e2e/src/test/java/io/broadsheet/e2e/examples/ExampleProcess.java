package io.broadsheet.e2e.examples;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An example that runs, with what it says kept in files. */
final class ExampleProcess implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Path out;
    private final Path err;
    private final Process process;

    /**
     * Starts it.
     *
     * @param home its working directory
     * @param kept where its output is kept
     * @param command what to run
     */
    ExampleProcess(Path home, Path kept, List<String> command) throws IOException {
        this.out = Files.createTempFile(kept, "example", ".out");
        this.err = Files.createTempFile(kept, "example", ".err");
        this.process =
                new ProcessBuilder(command)
                        .directory(home.toFile())
                        .redirectOutput(out.toFile())
                        .redirectError(err.toFile())
                        .start();
    }

    /** The lines it has written, once there are so many. */
    List<String> lines(int count) throws IOException {
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast(() -> !process.isAlive() && read().size() < count && failed())
                .until(() -> read().size() >= count);
        return read();
    }

    /** Runs it to its end, which must be a good one. */
    List<String> linesAtEnd() throws IOException, InterruptedException {
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(err)).isZero();
        return read();
    }

    /** Ends it as an init system does: with SIGTERM. The exit code. */
    int terminate() throws InterruptedException {
        process.destroy();
        assertThat(process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private boolean failed() throws IOException {
        throw new AssertionError("it ended: " + Files.readString(err));
    }

    private List<String> read() throws IOException {
        return Files.readAllLines(out);
    }
}
