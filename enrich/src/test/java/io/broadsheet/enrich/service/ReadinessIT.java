package io.broadsheet.enrich.service;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.embedded.broker.EmbeddedBroker;
import io.broadsheet.embedded.registry.EmbeddedRegistry;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.operations.OperationsConfig;
import io.broadsheet.runtime.operations.OperationsServer;
import io.broadsheet.runtime.operations.PlatformWatch;
import io.broadsheet.runtime.operations.ProcessMeters;
import io.broadsheet.runtime.service.ServiceStack;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.Predicate;

/**
 * A process is ready only while a real broker and a real registry answer it, and live all along.
 */
class ReadinessIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir Path directory;

    @Test
    void aRegistryOrABrokerThatIsAwayIsToldAndNamedAndItsReturnIsToldToo() throws Exception {
        EmbeddedBroker broker = EmbeddedBroker.start(directory, 0);
        String bootstrap = broker.bootstrapServers();
        EmbeddedRegistry registry = EmbeddedRegistry.start(bootstrap, 0);
        URI registryUrl = URI.create(registry.url());
        var meters = ProcessMeters.registry("test", "0");
        var access =
                new KafkaAccess(
                        bootstrap,
                        SchemaRegistry.open(Map.of("schema.registry.url", registry.url())),
                        Map.of());
        try (var services = new ServiceStack(meters);
                HttpClient client = HttpClient.newHttpClient()) {
            var server =
                    new OperationsServer(new OperationsConfig("127.0.0.1", 0), services, meters);
            services.run(server);
            services.run(new PlatformWatch(access));
            var probe = new Probe(client, server.port().orElseThrow());
            probe.await("/ready", answer -> answer.statusCode() == 200);

            registry.close();
            probe.await("/ready", answer -> isAway(answer, "the registry does not answer"));
            assertThat(probe.get("/live").statusCode()).isEqualTo(200);
            registry = EmbeddedRegistry.start(bootstrap, registryUrl.getPort());
            probe.await("/ready", answer -> answer.statusCode() == 200);

            registry.close();
            broker.close();
            probe.await("/ready", answer -> isAway(answer, "the broker does not answer"));
            assertThat(probe.get("/live").statusCode()).isEqualTo(200);
            assertThat(probe.get("/metrics").body())
                    .contains("broadsheet_platform_up{part=\"broker\"} 0.0")
                    .doesNotContain("broadsheet_platform_failures_total{part=\"broker\"} 0.0");
            broker = EmbeddedBroker.start(directory, port(bootstrap));
            registry = EmbeddedRegistry.start(bootstrap, registryUrl.getPort());
            probe.await("/ready", answer -> answer.statusCode() == 200);
        } finally {
            registry.close();
            broker.close();
        }
    }

    private static boolean isAway(HttpResponse<String> answer, String what) {
        return answer.statusCode() == 503 && answer.body().contains(what);
    }

    private static int port(String bootstrap) {
        return Integer.parseInt(bootstrap.substring(bootstrap.lastIndexOf(':') + 1));
    }

    /** Asks as an orchestrator does. */
    private record Probe(HttpClient client, int port) {

        HttpResponse<String> get(String path) throws IOException, InterruptedException {
            URI page = URI.create("http://127.0.0.1:" + port + path);
            return client.send(HttpRequest.newBuilder(page).build(), BodyHandlers.ofString());
        }

        void await(String path, Predicate<HttpResponse<String>> as) {
            Awaitility.await().atMost(PATIENCE).until(() -> as.test(get(path)));
        }
    }
}
