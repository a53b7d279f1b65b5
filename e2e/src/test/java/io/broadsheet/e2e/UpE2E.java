package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code broadsheet up}: an inbox in, ports for any client, a clean end, and data that stays. */
class UpE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final int STOP_SECONDS_MAX = 30;
    private static final String ENRICHED = "news.articles.enriched.v1";

    @TempDir Path directory;
    private Path data;
    private Path inbox;
    private int brokerPort;
    private int registryPort;

    @BeforeEach
    void prepare() throws IOException {
        data = directory.resolve("data");
        inbox = directory.resolve("inbox");
        brokerPort = freePort();
        registryPort = freePort();
    }

    @Test
    void filesInTheInboxComeOutOnTheTopicsAndAllOfItStaysAfterTheEnd() throws Exception {
        Process up = up();
        try {
            Fixtures.write(inbox, "1.md", Fixtures.plainPost("One", "First words."));
            assertThat(keysOf(ENRICHED, 1)).hasSize(1);
            Fixtures.write(inbox, "2.md", Fixtures.plainPost("Two", "Second words."));
            assertThat(keysOf(ENRICHED, 2)).hasSize(2);
            Awaitility.await().atMost(PATIENCE).until(() -> get(health()).statusCode() == 200);
            assertThat(get(health().resolve("/metrics")).body())
                    .contains(
                            "broadsheet_articles_total{outcome=\"published\",stage=\"ingest\"} 2.0")
                    .contains(metricsUsed());
            assertThat(subjects()).contains("\"" + ENRICHED + "-value\"");
        } finally {
            stop(up);
        }
        assertThat(up.exitValue()).as(said("err")).isZero();
        assertThat(storedCount()).isEqualTo(2);

        Process again = up();
        try {
            Fixtures.write(inbox, "3.md", Fixtures.plainPost("Three", "Third words."));
            assertThat(keysOf(ENRICHED, 3)).hasSize(3);
            Awaitility.await().atMost(PATIENCE).until(() -> storedCount() == 3);
        } finally {
            stop(again);
        }
    }

    @Test
    void aSecondOneOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        Process up = up();
        try {
            var second = BroadsheetProcess.run("up", "--data", data.toString());

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains(data.toRealPath().toString());
            Fixtures.write(inbox, "1.md", Fixtures.plainPost("One", "First words."));
            assertThat(keysOf(ENRICHED, 1)).hasSize(1);
        } finally {
            stop(up);
        }
    }

    /** Started, and said to be up. */
    private Process up() throws IOException {
        Path out = directory.resolve("up.out");
        Process up =
                BroadsheetProcess.start(
                        out,
                        directory.resolve("up.err"),
                        "up",
                        "--data",
                        data.toString(),
                        "--inbox",
                        inbox.toString(),
                        "--broker-port",
                        Integer.toString(brokerPort),
                        "--registry-port",
                        Integer.toString(registryPort),
                        "--no-image-checks");
        Awaitility.await()
                .atMost(PATIENCE)
                .failFast("it ended by itself", () -> !up.isAlive())
                .until(() -> Files.readString(out).contains("Ctrl-C stops it."));
        return up;
    }

    /** As an init system does it. */
    private void stop(Process up) throws Exception {
        up.destroy();
        boolean ended = up.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
        up.destroyForcibly();
        assertThat(ended).as("ended within %d s: %s", STOP_SECONDS_MAX, said("err")).isTrue();
    }

    private String said(String stream) throws IOException {
        return Files.readString(directory.resolve("up." + stream));
    }

    /** The different keys of a topic, once there are so many; as any Kafka client sees them. */
    private List<String> keysOf(String topic, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        "localhost:" + brokerPort,
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(topic).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            List<String> keys = new ArrayList<>();
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> {
                        consumer.poll(Duration.ofMillis(100)).forEach(r -> keys.add(r.key()));
                        return keys.stream().distinct().count() >= count;
                    });
            return keys.stream().distinct().toList();
        }
    }

    private String subjects() throws Exception {
        return get(URI.create("http://localhost:" + registryPort + "/subjects")).body();
    }

    /** What alerts and dashboards are made of; MonitoringTest holds the list to them. */
    private static List<String> metricsUsed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/metrics-used.txt"));
    }

    /** Where it says that it tells how it is. */
    private URI health() throws IOException {
        return said("out")
                .lines()
                .filter(line -> line.startsWith("health"))
                .map(line -> URI.create(line.replaceAll("^health *|,.*", "")))
                .findFirst()
                .orElseThrow();
    }

    private static HttpResponse<String> get(URI uri) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    private long storedCount() throws Exception {
        return BroadsheetProcess.run("articles", "--data", data.toString()).objects().size();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
