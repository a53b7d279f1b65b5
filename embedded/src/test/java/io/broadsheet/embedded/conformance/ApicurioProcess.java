package io.broadsheet.embedded.conformance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.embedded.machine.LoopbackPort;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;

/** Apicurio Registry in a process of its own, with its schemas in memory. */
record ApicurioProcess(Process process, int port) implements AutoCloseable {

    private static final Duration START_TIME_MAX = Duration.ofMinutes(2);

    static ApicurioProcess start(Path home, Path directory) throws IOException {
        int port = LoopbackPort.claim(0, "Apicurio");
        int managementPort = LoopbackPort.claim(0, "Apicurio's management");
        Path log = directory.resolve("apicurio.log");
        List<String> command =
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx256m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=" + LoopbackPort.HOST,
                        "-Dquarkus.http.port=" + port,
                        "-Dquarkus.management.host=" + LoopbackPort.HOST,
                        "-Dquarkus.management.port=" + managementPort,
                        "-jar",
                        launcher(home).toString());
        Process process =
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile())
                        .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        var apicurio = new ApicurioProcess(process, port);
        apicurio.awaitAnswer(log);
        return apicurio;
    }

    /** Of its API in Confluent's protocol. */
    String url() {
        return base() + "/apis/ccompat/v7";
    }

    @Override
    public void close() {
        process.destroy();
    }

    private static Path launcher(Path home) throws IOException {
        try (Stream<Path> files = Files.walk(home, 2)) {
            return files.filter(file -> file.endsWith("quarkus-run.jar"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("no quarkus-run.jar in " + home));
        }
    }

    private void awaitAnswer(Path log) {
        await().atMost(START_TIME_MAX)
                .pollInterval(Duration.ofMillis(500))
                .until(() -> {
                    assertThat(process.isAlive()).as(() -> textOf(log)).isTrue();
                    return answers();
                });
    }

    private boolean answers() throws InterruptedException {
        var request = HttpRequest.newBuilder(URI.create(base() + "/apis/registry/v3/system/info"));
        try (var client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.discarding()).statusCode()
                    == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private String base() {
        return "http://" + LoopbackPort.HOST + ":" + port;
    }

    private static String textOf(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
