package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** {@code broadsheet up} as a process of its own, on free ports, without image checks. */
final class UpProcess {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STOP_SECONDS_MAX = 30;

    /** Of the one source that may push. */
    static final String PUSH_TOKEN = "a-token-of-the-tests";

    private final Path directory;
    private final int brokerPort;
    private final int registryPort;
    private final Process process;

    private UpProcess(Path directory, int brokerPort, int registryPort) throws IOException {
        this.directory = directory;
        this.brokerPort = brokerPort;
        this.registryPort = registryPort;
        this.process =
                BroadsheetProcess.start(
                        directory.resolve("up.out"),
                        directory.resolve("up.err"),
                        "up",
                        "--data",
                        data().toString(),
                        "--inbox",
                        inbox().toString(),
                        "--config",
                        settings().toString(),
                        "--broker-port",
                        Integer.toString(brokerPort),
                        "--registry-port",
                        Integer.toString(registryPort));
    }

    /** Started, and said to be up; data and inbox are kept under the directory. */
    static UpProcess start(Path directory) throws IOException {
        var up = new UpProcess(directory, freePort(), freePort());
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("it ended by itself", () -> !up.process.isAlive())
                .until(() -> up.said("out").contains("Ctrl-C stops it."));
        return up;
    }

    private Path settings() throws IOException {
        return Files.writeString(
                directory.resolve("up.properties"),
                "push.port=0\npush.tokens=pushed %s\n".formatted(PUSH_TOKEN));
    }

    Path data() {
        return directory.resolve("data");
    }

    Path inbox() {
        return directory.resolve("inbox");
    }

    String bootstrapServers() {
        return "localhost:" + brokerPort;
    }

    String registryUrl() {
        return "http://localhost:" + registryPort;
    }

    /** Where it says that the desk is. */
    URI desk() throws IOException {
        return URI.create(told("desk", " \\(.*"));
    }

    /** Where it says that it tells how it is. */
    URI health() throws IOException {
        return URI.create(told("health", ",.*"));
    }

    /** Where it says that it hands articles out, without a path. */
    String doors() throws IOException {
        return told("doors out", ": /.*");
    }

    /** Where it says that articles may be pushed. */
    URI push() throws IOException {
        return URI.create(told("push", "$"));
    }

    /** What the line of that name says, up to what the pattern of its rest matches. */
    private String told(String name, String rest) throws IOException {
        return said("out")
                .lines()
                .filter(line -> line.startsWith(name))
                .map(line -> line.replaceAll("^" + name + " *|" + rest, ""))
                .findFirst()
                .orElseThrow();
    }

    /** Stops it as an init system does, and expects that to be no failure. */
    void stop() throws IOException, InterruptedException {
        process.destroy();
        boolean ended = process.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        process.destroyForcibly();
        assertThat(ended).as("ended within %d s: %s", STOP_SECONDS_MAX, said("err")).isTrue();
        assertThat(process.exitValue()).as(said("err")).isZero();
    }

    private String said(String stream) throws IOException {
        return Files.readString(directory.resolve("up." + stream));
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
