package io.broadsheet.syndicate;

import static org.awaitility.Awaitility.await;

import io.broadsheet.syndicate.feed.FeedLimits;
import io.broadsheet.syndicate.stream.StreamLimits;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.InstantSource;

/** A service with open doors, and somebody who knocks. */
public final class Doors implements AutoCloseable {

    /** Enough for every test that does not say otherwise. */
    public static final StreamLimits STREAMS =
            new StreamLimits(
                    20, 4, 1_000, 10_000_000, Duration.ofSeconds(1), Duration.ofSeconds(10));

    private final SyndicateService service;
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newHttpClient();

    private Doors(SyndicateService service) {
        this.service = service;
    }

    /** Opens them, and waits until they serve. */
    public static Doors open(Newsroom newsroom, StreamLimits streams) {
        var config =
                new SyndicateConfig(
                        "127.0.0.1",
                        0,
                        "",
                        "https://reader.example",
                        streams,
                        new FeedLimits("Test news", 5, 1_000_000, 3));
        var doors =
                new Doors(new SyndicateService(config, newsroom.kafka(), InstantSource.system()));
        doors.service.bindTo(doors.meters);
        doors.service.start();
        await().atMost(Duration.ofSeconds(60)).until(() -> doors.service.notReady().isEmpty());
        return doors;
    }

    /** The URL of a path. */
    public URI uri(String path) {
        return URI.create("http://127.0.0.1:" + service.port().orElseThrow() + path);
    }

    /** Asks for a path, with headers. */
    public HttpResponse<String> get(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** What was counted under a name and a label. */
    public double counted(String name, String label, String value) {
        var counter = meters.find(name).tag(label, value).counter();
        return counter == null ? 0 : counter.count();
    }

    @Override
    public void close() {
        client.close();
        service.close();
    }
}
