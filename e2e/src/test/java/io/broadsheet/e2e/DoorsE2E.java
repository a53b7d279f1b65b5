package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/** The doors out of {@code up}: what goes in as a file comes out as events and feeds. */
class DoorsE2E {

    private static final String ARTICLE =
            "---\ntitle: Ferry \"runs\" again & again\ndate: 2026-03-04T05:06:07Z\ntags: [harbour]\n"
                    + "link: https://wire.example/ferry\n---\n<p>The ferry to the island runs again,"
                    + " after a winter of repairs.</p>\n";

    @Test
    void anArticleComesOutOfEachDoorAndOurOwnReaderReadsTheFeeds(@TempDir Path directory)
            throws IOException, InterruptedException {
        UpProcess up = UpProcess.start(directory);
        try (HttpClient client = HttpClient.newHttpClient()) {
            String doors = up.doors();
            Files.writeString(up.inbox().resolve("ferry.md"), ARTICLE);

            assertThat(firstEvent(client, doors + "/articles/stream?since=1h"))
                    .contains("\"headline\":\"Ferry \\\"runs\\\" again & again\"");
            for (String ending : new String[] {"atom", "json"}) {
                Awaitility.await()
                        .atMost(Duration.ofSeconds(30))
                        .until(() -> get(client, doors + "/feed." + ending).contains("ferry"));
                Path feed = directory.resolve("feed." + ending);
                Files.writeString(feed, get(client, doors + "/feed." + ending));
                assertThat(BroadsheetProcess.run("parse", feed.toString()).out())
                        .contains("\"title\":\"Ferry \\\"runs\\\" again & again\"")
                        .contains("\"link\":\"https://wire.example/ferry\"")
                        .contains("\"guid\":\"urn:news:")
                        .contains("2026-03-04T05:06:07Z")
                        .contains("after a winter of repairs")
                        .contains("\"term\":\"harbour\"");
            }
        } finally {
            up.stop();
        }
    }

    private static String get(HttpClient client, String url)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    }

    private static String firstEvent(HttpClient client, String url)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url)).build();
        try (var lines =
                new BufferedReader(
                        new InputStreamReader(
                                client.send(request, HttpResponse.BodyHandlers.ofInputStream())
                                        .body(),
                                StandardCharsets.UTF_8))) {
            return lines.lines().filter(it -> it.startsWith("data: ")).findFirst().orElseThrow();
        }
    }
}
