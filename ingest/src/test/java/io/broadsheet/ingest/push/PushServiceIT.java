package io.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;
import io.broadsheet.schemas.serde.AvroSerde;
import io.broadsheet.v1.RawArticle;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Articles over HTTP: 202 means that Kafka has them, everything else says what to do. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PushServiceIT {

    private static final String TOKEN = "0123456789abcdef";
    private static final String ARTICLE =
            "{\"guid\":\"g-%s\",\"title\":\"Title %s\",\"link\":\"https://wire.example/%s\"}";

    private final HttpClient client = HttpClient.newHttpClient();
    private EmbeddedPlatform platform;
    private SchemaRegistry registry;
    private PushService door;

    @BeforeAll
    void start(@TempDir Path data) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data.resolve("platform")));
        registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
        door = door(platform.bootstrapServers());
    }

    @AfterAll
    void stop() {
        door.close();
        client.close();
        platform.close();
    }

    @Test
    void whatWasAnsweredWith202IsOnKafkaUnderTheTokensSource()
            throws IOException, InterruptedException {
        HttpResponse<String> answer =
                post(door, TOKEN, "application/json", ARTICLE.replace("%s", "one"));

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body()).contains("\"accepted\":1");
        assertThat(articles())
                .filteredOn(it -> "Title one".equals(it.getTitle()))
                .singleElement()
                .satisfies(it -> {
                    assertThat(it.getSource().getSourceId()).isEqualTo("wire");
                    assertThat(it.getFetch().getStatusCode()).as("nobody was asked").isNull();
                    assertThat(it.getFetch().getFinalUrl()).isNull();
                });
    }

    @Test
    void eachLineOfNdjsonHasItsOwnResult() throws IOException, InterruptedException {
        String lines =
                ARTICLE.replace("%s", "two") + "\n{\"title\":7}\n" + ARTICLE.replace("%s", "three");

        HttpResponse<String> answer = post(door, TOKEN, "application/x-ndjson", lines);

        assertThat(answer.statusCode()).isEqualTo(202);
        assertThat(answer.body())
                .contains("\"accepted\":2", "\"refused\":1", "title must be a text");
        assertThat(articles())
                .extracting(RawArticle::getTitle)
                .contains("Title two", "Title three");
    }

    @Test
    void aFeedIsTakenApart() throws IOException, InterruptedException {
        String feed =
                "<rss version=\"2.0\"><channel><title>F</title><item><guid>x</guid><title>Title"
                        + " four</title></item></channel></rss>";

        assertThat(post(door, TOKEN, "application/rss+xml; charset=utf-8", feed).statusCode())
                .isEqualTo(202);
        assertThat(articles()).extracting(RawArticle::getTitle).contains("Title four");
    }

    @Test
    void anArticleIsWithdrawnByTheNameItWasSentUnder() throws IOException, InterruptedException {
        post(door, TOKEN, "application/json", ARTICLE.replace("%s", "five"));
        assertThat(delete("guid=g-five").statusCode()).isEqualTo(202);
        assertProblem(delete(""), 400);

        RawArticle sent =
                articles().stream()
                        .filter(it -> "Title five".equals(it.getTitle()))
                        .findFirst()
                        .orElseThrow();
        assertThat(articles())
                .filteredOn(it -> it.getArticleId().equals(sent.getArticleId()))
                .last()
                .satisfies(it -> {
                    assertThat(it.getTitle()).isNull();
                    assertThat(it.getQuality())
                            .extracting(flag -> flag.getCode())
                            .contains("PUB_STATUS_NOT_USABLE");
                });
    }

    private HttpResponse<String> delete(String query) throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(
                                URI.create(
                                        "http://127.0.0.1:%d/articles?%s"
                                                .formatted(door.port().orElseThrow(), query)))
                        .header("Authorization", "Bearer " + TOKEN)
                        .DELETE()
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void howLongASourceHasPushedNothingIsToldWithoutAnotherRequest()
            throws IOException, InterruptedException {
        var meters = new SimpleMeterRegistry();
        door.bindTo(meters);
        post(door, TOKEN, "application/json", ARTICLE.replace("%s", "six"));

        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() ->
                        assertThat(
                                        meters.find("broadsheet.source.silence")
                                                .tag("source", "wire")
                                                .gauge())
                                .isNotNull());
    }

    @Test
    void whatCannotBeTakenIsToldAsAProblem() throws IOException, InterruptedException {
        assertProblem(post(door, "wrong-token-00000", "application/json", "{}"), 401);
        assertProblem(post(door, TOKEN, "image/png", "{}"), 415);
        assertProblem(post(door, TOKEN, "application/json", "{\"title\":"), 400);
        assertProblem(post(door, TOKEN, "application/json", " ".repeat(100_001)), 413);
    }

    @Test
    void whereKafkaIsOutTheSenderIsAskedToComeAgain() throws IOException, InterruptedException {
        PushService cut = door("127.0.0.1:1");
        try {
            long start = System.nanoTime();
            HttpResponse<String> answer =
                    post(cut, TOKEN, "application/json", ARTICLE.replace("%s", "never"));

            assertProblem(answer, 503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(Duration.ofNanos(System.nanoTime() - start))
                    .isLessThan(Duration.ofSeconds(6));
        } finally {
            cut.close();
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(
                        type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(answer.body()).contains("\"status\":" + status, "\"detail\":");
    }

    private PushService door(String bootstrapServers) {
        var config =
                new PushConfig(
                        "127.0.0.1",
                        0,
                        PushTokens.parse("wire " + TOKEN).orElseThrow(),
                        100_000,
                        4,
                        6_000);
        var kafka = new KafkaAccess(bootstrapServers, registry, Map.of());
        var letters = new DeadLetters("test", "test", InstantSource.system());
        var service = new PushService(config, kafka, letters, ClaimStore.none());
        service.start();
        return service;
    }

    private HttpResponse<String> post(PushService to, String token, String type, String body)
            throws IOException, InterruptedException {
        URI uri = URI.create("http://127.0.0.1:" + to.port().orElseThrow() + "/articles");
        HttpRequest request =
                HttpRequest.newBuilder(uri)
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }

    private List<RawArticle> articles() {
        List<RawArticle> articles = new ArrayList<>();
        var kafka = new KafkaAccess(platform.bootstrapServers(), registry, Map.of());
        try (var consumer =
                new KafkaConsumer<>(
                        kafka.consumerProperties("test", "test"),
                        new StringDeserializer(),
                        AvroSerde.of(Topics.RAW, registry).deserializer())) {
            List<TopicPartition> partitions =
                    consumer.partitionsFor(Topics.RAW.name()).stream()
                            .map(info -> new TopicPartition(info.topic(), info.partition()))
                            .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(it -> consumer.position(it) < ends.getOrDefault(it, 0L))) {
                consumer.poll(Duration.ofMillis(50)).forEach(it -> articles.add(it.value()));
            }
        }
        return articles;
    }
}
