package io.broadsheet.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.EmbeddedPlatform;
import io.broadsheet.embedded.PlatformOptions;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

/** Who is told to come again, and when, at a real door before a real broker. */
class PushLimitsIT {

    private static final String TOKEN = "0123456789abcdef";
    private static final String OTHER = "fedcba9876543210";

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicReference<Instant> now =
            new AtomicReference<>(Instant.parse("2026-01-02T03:04:05Z"));
    private final List<PushService> doors = new ArrayList<>();
    private EmbeddedPlatform platform;
    private SchemaRegistry registry;

    @BeforeEach
    void start(@TempDir Path data) {
        platform = EmbeddedPlatform.start(PlatformOptions.anyPorts(data.resolve("platform")));
        registry = new HttpSchemaRegistry(RegistrySettings.of(URI.create(platform.registryUrl())));
    }

    @AfterEach
    void stop() {
        doors.forEach(PushService::close);
        client.close();
        platform.close();
    }

    @Test
    void aTokenThatPushesTooOftenIsToldWhenToComeAgain() {
        PushService door = door(4, 2, Map.of());
        assertThat(post(door, TOKEN, "one").statusCode()).isEqualTo(202);
        assertThat(post(door, TOKEN, "two").statusCode()).isEqualTo(202);

        assertRefused(post(door, TOKEN, "three"), 429, "30");
        assertThat(post(door, OTHER, "four").statusCode()).isEqualTo(202);

        now.updateAndGet(it -> it.plusSeconds(30));
        assertThat(post(door, TOKEN, "three").statusCode()).isEqualTo(202);
        assertRefused(post(door, TOKEN, "five"), 429, "30");
    }

    @Test
    void aBrokerThatGoesAwayIsToldAsUnavailable() {
        PushService door = door(4, 100, Map.of());
        assertThat(post(door, TOKEN, "one").statusCode()).isEqualTo(202);
        platform.close();

        long start = System.nanoTime();
        assertRefused(post(door, TOKEN, "two"), 503, "5");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(7));
    }

    @Test
    void aFullBufferIsToldAsUnavailableBeforeTheBrokerIsGivenUp() {
        PushService door =
                door(
                        16,
                        100,
                        Map.of(
                                "kafka.producer.buffer.memory", "40000",
                                "kafka.producer.batch.size", "1000"));
        assertThat(post(door, TOKEN, "one").statusCode()).isEqualTo(202);
        platform.close();
        long start = System.nanoTime();

        List<Answer> answers = together(door, 4);

        assertThat(answers)
                .allSatisfy(answer -> assertRefused(answer.response(), 503, "5"))
                .anySatisfy(answer ->
                        assertThat(Duration.ofNanos(answer.atNanos() - start))
                                .isLessThan(Duration.ofSeconds(3)));
    }

    @Test
    void moreThanCanBeServedAtOnceAreToldThatItIsBusy() {
        PushService door = door(1, 100, Map.of());
        assertThat(post(door, TOKEN, "one").statusCode()).isEqualTo(202);
        platform.close();

        List<Answer> answers = together(door, 4);

        assertThat(answers).extracting(answer -> answer.response().statusCode()).containsOnly(503);
        assertThat(answers)
                .filteredOn(answer -> answer.response().body().contains("\"Busy\""))
                .isNotEmpty()
                .allSatisfy(answer -> assertRefused(answer.response(), 503, "1"));
    }

    /** An answer, and when it came. */
    private record Answer(HttpResponse<String> response, long atNanos) {}

    private List<Answer> together(PushService door, int requests) {
        return IntStream.range(0, requests)
                .mapToObj(i -> request(door, TOKEN, "n" + i))
                .map(request ->
                        client.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                                .thenApply(it -> new Answer(it, System.nanoTime())))
                .toList()
                .stream()
                .map(CompletableFuture::join)
                .toList();
    }

    private static void assertRefused(HttpResponse<String> answer, int status, String retryAfter) {
        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue(retryAfter);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
    }

    private PushService door(int inFlight, int perMinute, Map<String, String> settings) {
        var config =
                new PushConfig(
                        "127.0.0.1",
                        0,
                        PushTokens.parse("wire " + TOKEN + "\nwire " + OTHER).orElseThrow(),
                        100_000,
                        inFlight,
                        perMinute);
        var kafka = new KafkaAccess(platform.bootstrapServers(), registry, settings);
        var letters = new DeadLetters("test", "test", now::get);
        var service = new PushService(config, kafka, letters, ClaimStore.none());
        service.start();
        doors.add(service);
        return service;
    }

    private HttpResponse<String> post(PushService to, String token, String name) {
        return client.sendAsync(request(to, token, name), HttpResponse.BodyHandlers.ofString())
                .join();
    }

    private static HttpRequest request(PushService to, String token, String name) {
        URI uri = URI.create("http://127.0.0.1:" + to.port().orElseThrow() + "/articles");
        String article =
                "{\"guid\":\"g-%s\",\"title\":\"Title %s\",\"summary\":\"%s\"}"
                        .formatted(name, name, (name + " ").repeat(5_000));
        return HttpRequest.newBuilder(uri)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(article))
                .build();
    }
}
