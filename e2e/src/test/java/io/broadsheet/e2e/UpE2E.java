package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.e2e.deploy.MetricRow;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** {@code broadsheet up}: an inbox in, ports for any client, a clean end, and data that stays. */
class UpE2E {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final String ENRICHED = "news.articles.enriched.v1";

    @TempDir Path directory;

    @Test
    void filesInTheInboxComeOutOnTheTopicsAndAllOfItStaysAfterTheEnd() throws Exception {
        UpProcess up = UpProcess.start(directory);
        Path data = up.data();
        try {
            Fixtures.write(up.inbox(), "1.md", Fixtures.plainPost("One", "First words."));
            assertThat(keysOf(up, 1)).hasSize(1);
            Fixtures.write(up.inbox(), "2.md", Fixtures.plainPost("Two", "Second words."));
            assertThat(keysOf(up, 2)).hasSize(2);
            Awaitility.await().atMost(PATIENCE).until(() -> storedCount(data) == 2);
            assertThat(get(up.registryUrl() + "/subjects").body())
                    .contains("\"" + ENRICHED + "-value\"");
        } finally {
            up.stop();
        }
        assertThat(storedCount(data)).isEqualTo(2);

        UpProcess again = UpProcess.start(directory);
        try {
            Fixtures.write(again.inbox(), "3.md", Fixtures.plainPost("Three", "Third words."));
            assertThat(keysOf(again, 3)).hasSize(3);
            Awaitility.await().atMost(PATIENCE).until(() -> storedCount(data) == 3);
        } finally {
            again.stop();
        }
    }

    @Test
    void itTellsWhetherItIsReadyAndWhatItCounts() throws Exception {
        UpProcess up = UpProcess.start(directory);
        try {
            String health = up.health().toString();
            Fixtures.write(up.inbox(), "1.md", Fixtures.plainPost("One", "First words."));
            Awaitility.await().atMost(PATIENCE).until(() -> get(health).statusCode() == 200);
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() ->
                            assertThat(get(health.replace("/ready", "/metrics")).body())
                                    .contains(metricsUsed())
                                    .contains(
                                            "broadsheet_articles_total{outcome=\"published\","
                                                    + "source=\"local\",stage=\"ingest\"} 1.0"));
            assertThat(unlikeThePage(get(health.replace("/ready", "/metrics")).body())).isEmpty();
        } finally {
            up.stop();
        }
    }

    @Test
    void theDeskShowsWhatGoesThroughAndThatItBalances() throws Exception {
        UpProcess up = UpProcess.start(directory);
        try {
            String desk = up.desk().toString();
            Fixtures.write(up.inbox(), "1.md", Fixtures.plainPost("One", "First words."));
            Awaitility.await()
                    .atMost(PATIENCE)
                    .untilAsserted(() -> {
                        assertThat(get(desk).body()).contains("It balances", "<b>sink</b>");
                        assertThat(get(desk + "articles?as=json").body())
                                .contains("\"headline\":\"One\"");
                    });
        } finally {
            up.stop();
        }
    }

    @Test
    void articlesArePushedWhereItSays() throws Exception {
        UpProcess up = UpProcess.start(directory);
        try {
            HttpRequest request =
                    HttpRequest.newBuilder(up.push())
                            .header("Authorization", "Bearer " + UpProcess.PUSH_TOKEN)
                            .header("Content-Type", "application/json")
                            .POST(
                                    HttpRequest.BodyPublishers.ofString(
                                            "{\"guid\":\"1\",\"title\":\"One\",\"body\":\"Words.\"}"))
                            .build();
            try (HttpClient client = HttpClient.newHttpClient()) {
                assertThat(client.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                        .isEqualTo(202);
            }
        } finally {
            up.stop();
        }
    }

    @Test
    void aSecondOneOnTheSameDataIsRefusedAndTheFirstGoesOn() throws Exception {
        UpProcess up = UpProcess.start(directory);
        try {
            var second = BroadsheetProcess.run("up", "--data", up.data().toString());

            assertThat(second.exitCode()).isEqualTo(1);
            assertThat(second.err()).contains(up.data().toRealPath().toString());
            Fixtures.write(up.inbox(), "1.md", Fixtures.plainPost("One", "First words."));
            assertThat(keysOf(up, 1)).hasSize(1);
        } finally {
            up.stop();
        }
    }

    /**
     * The different keys of the enriched topic, once there are so many; as any client sees them.
     */
    private static List<String> keysOf(UpProcess up, int count) {
        Map<String, Object> settings =
                Map.of(
                        "bootstrap.servers",
                        up.bootstrapServers(),
                        "isolation.level",
                        "read_committed");
        try (var consumer =
                new KafkaConsumer<>(
                        settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(ENRICHED).stream()
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

    /**
     * What alerts and dashboards are made of; MonitoringTest holds the list to them. Those of feeds
     * and webhooks are told where there are any.
     */
    private static List<String> metricsUsed() throws IOException {
        return Files.readAllLines(Path.of("src/test/resources/metrics-used.txt")).stream()
                .filter(name -> !name.startsWith("broadsheet_feed"))
                .filter(name -> !name.startsWith("broadsheet_webhook"))
                .toList();
    }

    /** Series that are not as docs/metrics.md says. */
    private static List<String> unlikeThePage(String metrics) throws IOException {
        Collection<MetricRow> rows = MetricRow.all().values();
        return metrics.lines()
                .filter(line -> line.startsWith("broadsheet_"))
                .filter(line -> rows.stream().noneMatch(row -> row.describes(line)))
                .toList();
    }

    private static HttpResponse<String> get(String url) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(),
                    HttpResponse.BodyHandlers.ofString());
        }
    }

    private static long storedCount(Path data) throws Exception {
        return BroadsheetProcess.run("articles", "--data", data.toString()).objects().size();
    }
}
