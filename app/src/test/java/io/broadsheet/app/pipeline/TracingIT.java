package io.broadsheet.app.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;

import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.trace.ArticleTrace;
import io.broadsheet.operate.trace.Stop;
import io.broadsheet.runtime.trace.Segment;
import io.broadsheet.runtime.trace.Tracing;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.SpanData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.imageio.ImageIO;

/** One article with a picture, pushed, is one trace from the request to the store. */
class TracingIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";
    private static final String SENDER = "00f067aa0ba902b7";
    private static final String TOKEN = "a-token-of-enough-letters-for-tests";

    @TempDir Path directory;

    private final InMemorySpanExporter spans = InMemorySpanExporter.create();
    private final OpenTelemetrySdk telemetry =
            OpenTelemetrySdk.builder()
                    .setTracerProvider(
                            SdkTracerProvider.builder()
                                    .addSpanProcessor(SimpleSpanProcessor.create(spans))
                                    .build())
                    .build();
    private HttpServer origin;
    private AllInOne all;
    private int pushPort;

    @BeforeEach
    void start() throws IOException {
        origin = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        byte[] picture = picture();
        origin.createContext(
                "/",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "image/png");
                    boolean head = exchange.getRequestMethod().equals("HEAD");
                    exchange.sendResponseHeaders(200, head ? -1 : picture.length);
                    if (!head) {
                        exchange.getResponseBody().write(picture);
                    }
                    exchange.close();
                });
        origin.start();
        begin(Tracing.to(telemetry));
    }

    private void begin(Tracing tracing) throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            pushPort = free.getLocalPort();
        }
        Map<String, String> environment =
                Map.of(
                        "IMAGES_WAIT_MAX",
                        "5m",
                        "PUSH_PORT",
                        Integer.toString(pushPort),
                        "PUSH_TOKENS",
                        "harbour " + TOKEN);
        var options =
                new PipelineOptions(
                        0,
                        0,
                        PipelineOptions.Images.PRIVATE_TOO,
                        AllSettings.read(Optional.empty(), environment),
                        InstantSource.system(),
                        tracing);
        all = AllInOne.start(DataDirectory.open(directory.resolve("data")), options);
        all.openDoors(options);
    }

    @AfterEach
    void stop() {
        all.close();
        origin.stop(0);
        telemetry.close();
    }

    @Test
    void eachStopIsASpanWithTheRightParentAndTheRecordsNameTheTrace() throws Exception {
        String id = push("01");
        Awaitility.await().atMost(PATIENCE).untilAsserted(() -> assertThat(stored()).hasSize(2));

        assertThat(spans.getFinishedSpanItems())
                .allSatisfy(span -> assertThat(span.getTraceId()).isEqualTo(TRACE));
        SpanData raw = span("create news.articles.raw.v1");
        SpanData enrich = span("process news.articles.raw.v1");
        SpanData check = span("process news.images.check-requests.v1");
        SpanData answer = span("process news.images.check-results.v1");
        SpanData complete = span("complete article");
        assertThat(raw.getParentSpanId()).isEqualTo(SENDER);
        assertThat(enrich.getParentSpanId()).isEqualTo(raw.getSpanId());
        assertThat(check.getParentSpanId()).isEqualTo(enrich.getSpanId());
        assertThat(answer.getParentSpanId()).isEqualTo(check.getSpanId());
        assertThat(complete.getParentSpanId()).isEqualTo(enrich.getSpanId());
        assertThat(stored())
                .extracting(SpanData::getParentSpanId)
                .containsExactlyInAnyOrder(enrich.getSpanId(), complete.getSpanId());
        assertThat(check.getAttributes().get(Segment.OUTCOME)).isEqualTo("OK_INSECURE");
        assertThat(enrich.getAttributes().asMap().toString())
                .contains("messaging.system=kafka")
                .contains("messaging.destination.name=news.articles.raw.v1")
                .contains("messaging.kafka.offset=0")
                .contains("messaging.consumer.group.name=broadsheet-enrich");
        try (Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
            Set<String> withTrace =
                    new ArticleTrace(cluster)
                            .of(id).stream()
                                    .filter(stop -> stop.traceId().equals(Optional.of(TRACE)))
                                    .map(Stop::json)
                                    .map(stop -> stop.path("stop").asText())
                                    .collect(Collectors.toSet());
            assertThat(withTrace)
                    .containsExactlyInAnyOrder(
                            "raw", "outcome", "revision", "enriched", "request", "result");
        }
    }

    @Test
    void whatItsSenderDoesNotSampleMakesNoSpanAndKeepsItsTraceAndItsNo() throws Exception {
        String id = push("00");
        Awaitility.await()
                .atMost(PATIENCE)
                .untilAsserted(() -> {
                    try (Cluster cluster = Cluster.open(all.kafka(), InstantSource.system())) {
                        assertThat(new ArticleTrace(cluster).of(id))
                                .filteredOn(stop -> stop.text().contains("COMPLETE"))
                                .isNotEmpty()
                                .allSatisfy(stop -> assertThat(stop.traceId()).hasValue(TRACE));
                    }
                });
        assertThat(spans.getFinishedSpanItems()).isEmpty();
    }

    private List<SpanData> stored() {
        return spans.getFinishedSpanItems().stream()
                .filter(span -> span.getName().equals("process news.articles.enriched.v1"))
                .toList();
    }

    private SpanData span(String name) {
        List<SpanData> named =
                spans.getFinishedSpanItems().stream()
                        .filter(span -> span.getName().equals(name))
                        .toList();
        assertThat(named).as(name).hasSize(1);
        return named.getFirst();
    }

    private String push(String flags) throws Exception {
        String picture = "http://127.0.0.1:" + origin.getAddress().getPort() + "/quay.png";
        String article =
                """
                {"guid": "quay", "title": "The quay is open again",
                 "link": "http://127.0.0.1:%d/quay", "published": "2026-02-03T05:00:00Z",
                 "content": "<p>The quay is open to walkers again.</p><img src='%s'>"}
                """
                        .formatted(origin.getAddress().getPort(), picture);
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpResponse<String> answer =
                    client.send(
                            HttpRequest.newBuilder(
                                            URI.create(
                                                    "http://127.0.0.1:" + pushPort + "/articles"))
                                    .header("Authorization", "Bearer " + TOKEN)
                                    .header("Content-Type", "application/json")
                                    .header("traceparent", traceparent(flags))
                                    .POST(BodyPublishers.ofString(article))
                                    .build(),
                            BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            String id = "\"articleId\":\"";
            int from = answer.body().indexOf(id) + id.length();
            return answer.body().substring(from, answer.body().indexOf('"', from));
        }
    }

    private static String traceparent(String flags) {
        return "00-" + TRACE + "-" + SENDER + "-" + flags;
    }

    private static byte[] picture() throws IOException {
        var image = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < image.getWidth(); x++) {
            for (int y = 0; y < image.getHeight(); y++) {
                image.setRGB(x, y, x * y * 7919);
            }
        }
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }
}
