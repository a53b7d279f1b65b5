package io.broadsheet.enrich.service;

import io.broadsheet.enrich.ImageChecking;
import io.broadsheet.runtime.claim.FileClaims;
import io.broadsheet.runtime.failure.DeadLetters;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;

/** The service in a process of its own, which can be killed without mercy. */
final class EnrichProcess implements AutoCloseable {

    private final Process process;

    private EnrichProcess(Process process) {
        this.process = process;
    }

    static EnrichProcess start(String bootstrapServers, String registryUrl, Path state)
            throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EnrichProcess.class.getName(),
                        bootstrapServers,
                        registryUrl,
                        state.toString());
        return new EnrichProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** As kill -9 does. */
    @Override
    public void close() {
        process.destroyForcibly();
        process.onExit().join();
    }

    static EnrichService service(String bootstrapServers, String registryUrl, Path state) {
        return new EnrichService(
                EnrichConfig.standard(state.resolve("streams"), ImageChecking.disabled()),
                PlatformTopics.access(bootstrapServers, registryUrl),
                new DeadLetters("enrich", "test", InstantSource.system()),
                new FileClaims(state.resolve("claims")));
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        try (EnrichService service = service(arguments[0], arguments[1], Path.of(arguments[2]))) {
            service.start();
            Thread.currentThread().join();
        }
    }
}
