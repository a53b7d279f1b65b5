package io.broadsheet.enrich.image.service;

import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** The service in a process of its own, which can be killed without mercy. */
final class CheckProcess implements AutoCloseable {

    private final Process process;

    private CheckProcess(Process process) {
        this.process = process;
    }

    /** With the configuration of these tests. */
    static CheckProcess start(String bootstrapServers, String registryUrl) throws IOException {
        return start(List.of(), List.of(bootstrapServers, registryUrl));
    }

    /**
     * At the pace of production.
     *
     * @param hosts a file of names and addresses, which is all that the process can resolve
     */
    static CheckProcess startPolite(String bootstrapServers, String registryUrl, Path hosts)
            throws IOException {
        return start(
                List.of("-Djdk.net.hosts.file=" + hosts),
                List.of(bootstrapServers, registryUrl, "polite"));
    }

    private static CheckProcess start(List<String> options, List<String> arguments)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.add(CheckProcess.class.getName());
        command.addAll(arguments);
        return new CheckProcess(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                        .start());
    }

    /** As kill does: it may end what it is about. */
    void stop() {
        process.destroy();
        process.onExit().join();
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
        CheckImagesConfig config =
                arguments.length > 2 ? config().withPoliteness(Politeness.defaults()) : config();
        try (CheckImagesService service = service(access, config, InstantSource.system())) {
            Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(service::close));
            service.start();
            Thread.currentThread().join();
        }
    }
}
