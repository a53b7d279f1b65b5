package io.broadsheet.runtime.operations;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.runtime.meter.BoundedLabel;
import io.broadsheet.runtime.meter.LagWatch;
import io.broadsheet.runtime.meter.SourceSilence;
import io.broadsheet.runtime.meter.StageMeters;
import io.broadsheet.runtime.service.ServiceStack;

import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** What {@code /metrics} says, read as Prometheus reads it. */
class MetricsPageTest {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");
    private static final int SOURCES = 3_000;

    @Test
    void openMetricsIsGivenToThoseWhoAskForItAndIsValid() throws Exception {
        HttpResponse<String> answer = scrape("application/openmetrics-text; version=1.0.0");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("application/openmetrics-text; version=1.0.0; charset=utf-8");
        Map<String, Exposition.Family> families = Exposition.of(answer.body());
        assertThat(family(families, "broadsheet_articles").type()).isEqualTo("counter");
        assertThat(family(families, "broadsheet_articles").samples())
                .allSatisfy(
                        sample -> assertThat(sample.name()).isEqualTo("broadsheet_articles_total"));
        assertThat(families)
                .containsKeys(
                        "broadsheet_lag_seconds",
                        "broadsheet_source_silence_seconds",
                        "jvm_memory_used_bytes");
    }

    @Test
    void othersGetTheTextOfBefore() throws Exception {
        HttpResponse<String> answer = scrape("text/plain");

        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValue("text/plain; version=0.0.4; charset=utf-8");
        assertThat(answer.body())
                .contains("# TYPE broadsheet_articles_total counter")
                .doesNotContain("# EOF");
    }

    @Test
    void manySourcesMakeFewSeriesAndTheSumIsRight() throws Exception {
        Map<String, Exposition.Family> families =
                Exposition.of(scrape("application/openmetrics-text").body());

        List<Exposition.Sample> articles = family(families, "broadsheet_articles").samples();
        assertThat(articles).hasSize(StageMeters.SOURCES_MAX + 1);
        assertThat(articles.stream().mapToDouble(Exposition.Sample::value).sum())
                .isEqualTo(SOURCES);
        assertThat(articles)
                .filteredOn(it -> BoundedLabel.OTHER.equals(it.labels().get("source")))
                .singleElement()
                .satisfies(
                        it -> assertThat(it.value()).isEqualTo(SOURCES - StageMeters.SOURCES_MAX));
        assertThat(family(families, "broadsheet_source_silence_seconds").samples())
                .hasSize(StageMeters.SOURCES_MAX);
    }

    private static Exposition.Family family(Map<String, Exposition.Family> families, String name) {
        return Objects.requireNonNull(families.get(name), name);
    }

    private static HttpResponse<String> scrape(String accept)
            throws IOException, InterruptedException {
        var meters = ProcessMeters.registry("test", "1.2.3");
        try (var stack = new ServiceStack(meters)) {
            var stage = new StageMeters(meters, "ingest", "published");
            var silence = new SourceSilence(meters, "test");
            for (int i = 0; i < SOURCES; i++) {
                stage.count("source-\"" + i + "\\", "published", 1);
                silence.heard("source-" + i, NOW);
            }
            silence.look(NOW);
            var lag = new LagWatch(meters, "test", InstantSource.fixed(NOW));
            lag.begin(new TopicPartition("news.articles.raw.v1", 0), NOW.toEpochMilli());
            var server = new OperationsServer(new OperationsConfig("127.0.0.1", 0), stack, meters);
            stack.run(server);
            URI page = URI.create("http://127.0.0.1:" + server.port().orElseThrow() + "/metrics");
            try (HttpClient client = HttpClient.newHttpClient()) {
                return client.send(
                        HttpRequest.newBuilder(page).header("Accept", accept).build(),
                        BodyHandlers.ofString());
            }
        }
    }
}
