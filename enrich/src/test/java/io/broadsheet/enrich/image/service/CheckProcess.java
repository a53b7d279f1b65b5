package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;

/** The service in a process of its own, which can be killed without mercy. */
final class CheckProcess implements AutoCloseable {

    private final Process process;

    private CheckProcess(Process process) {
        this.process = process;
    }

    static CheckProcess start(String bootstrapServers, String registryUrl) throws IOException {
        var command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        CheckProcess.class.getName(),
                        bootstrapServers,
                        registryUrl);
        return new CheckProcess(
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

    /** Fast enough for a test: a hundred requests a second to the one host there is. */
    static CheckImagesConfig config() {
        return CheckImagesConfig.standard()
                .withPrivateAddressesAllowed(true)
                .withProxySettingsIgnored(true)
                .withPoliteness(
                        Politeness.defaults()
                                .withPerSecondMax(100)
                                .withRetryPauses(List.of(Duration.ofMillis(300))));
    }

    static CheckImagesService service(
            KafkaAccess access, CheckImagesConfig config, InstantSource clock) {
        return new CheckImagesService(
                config, access, new DeadLetters("check-images", "test", clock), clock);
    }

    /** Runs until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        KafkaAccess access = RequestTopics.access(arguments[0], arguments[1]);
        try (CheckImagesService service = service(access, config(), InstantSource.system())) {
            service.start();
            Thread.currentThread().join();
        }
    }
}
