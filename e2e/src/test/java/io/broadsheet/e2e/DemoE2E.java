package io.broadsheet.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code broadsheet demo}: each verdict that it promises, by its name, where it says it is. */
class DemoE2E {

    private static final Duration START_MAX = Duration.ofMinutes(2);

    /** The slowest image takes a minute and a half, and no article waits longer than five. */
    private static final Duration CHECKS_MAX = Duration.ofMinutes(6);

    private static final int STOP_SECONDS_MAX = 30;
    private static final int ARTICLES = 9;

    private static final Set<String> VERDICTS =
            Set.of(
                    "OK",
                    "OK_TYPE_MISMATCH",
                    "OK_NO_REFERRER_ONLY",
                    "OK_REFERER_REQUIRED",
                    "OK_INSECURE",
                    "TRACKING_PIXEL",
                    "TOO_SMALL",
                    "PLACEHOLDER",
                    "NOT_FOUND",
                    "GONE",
                    "FORBIDDEN",
                    "AUTH_REQUIRED",
                    "CLIENT_ERROR",
                    "SERVER_ERROR",
                    "UNKNOWN_STATUS",
                    "CHALLENGED",
                    "RATE_LIMITED",
                    "NOT_AN_IMAGE",
                    "EMPTY_BODY",
                    "UNSUPPORTED_FORMAT",
                    "CORRUPT",
                    "TOO_LARGE_PIXELS",
                    "TOO_LARGE_BYTES",
                    "TRUNCATED",
                    "TOO_MANY_REDIRECTS",
                    "TIMEOUT",
                    "CONNECTION_FAILED",
                    "DNS_FAILURE",
                    "TLS_FAILURE",
                    "BLOCKED_ADDRESS",
                    "EXCLUDED",
                    "MALFORMED_URL",
                    "UNSUPPORTED_SCHEME",
                    "INLINE_DATA");

    /** Seen only once the fifth of them has come, and then of all. */
    private static final String SEEN_LATE = "PLACEHOLDER";

    /** A line of the table: verdict, article, URL. */
    private static final Pattern ROW =
            Pattern.compile("^([A-Z_]+) +\\S+\\.(?:md|html) +(\\S+)  .*", Pattern.MULTILINE);

    @TempDir private static Path directory;
    private static int brokerPort;
    private static int registryPort;
    private static Process demo;
    private static List<JsonNode> articles = List.of();

    @BeforeAll
    static void start() throws Exception {
        brokerPort = freePort();
        registryPort = freePort();
        demo =
                BroadsheetProcess.start(
                        directory.resolve("demo.out"),
                        directory.resolve("demo.err"),
                        "demo",
                        "--data",
                        data(),
                        "--broker-port",
                        Integer.toString(brokerPort),
                        "--registry-port",
                        Integer.toString(registryPort));
        Awaitility.await()
                .atMost(START_MAX)
                .failFast("it ended by itself", () -> !demo.isAlive())
                .until(() -> said().contains("Ctrl-C stops it."));
        Awaitility.await()
                .atMost(CHECKS_MAX)
                .pollInterval(Duration.ofSeconds(5))
                .failFast("it ended by itself", () -> !demo.isAlive())
                .until(DemoE2E::allAreComplete);
    }

    @AfterAll
    static void stop() throws Exception {
        if (demo != null) {
            demo.destroy();
            boolean ended = demo.waitFor(STOP_SECONDS_MAX, TimeUnit.SECONDS);
            demo.destroyForcibly();
            assertThat(ended).as("ended in time").isTrue();
        }
    }

    @Test
    void eachVerdictIsFoundByItsName() throws Exception {
        assertThat(promised().values()).containsAll(VERDICTS);
        Set<String> found = new HashSet<>(imagesByUrl().values());
        checks().forEach(check -> found.add(check.path("verdict").asText()));

        assertThat(found).containsAll(VERDICTS);
    }

    @Test
    void eachImageOfTheTableHasTheVerdictThatTheTableSays() throws Exception {
        Map<String, String> seen = imagesByUrl();
        Map<String, String> promised = promised();
        promised.values().removeIf(SEEN_LATE::equals);

        assertThat(promised).hasSizeGreaterThan(30);
        promised.forEach((url, verdict) ->
                assertThat(seen).as(url).containsEntry(whole(url, seen), verdict));
    }

    @Test
    void theArticlesAreReadAsTheirLanguagesAndDatesAre() {
        assertThat(articles)
                .extracting(article -> article.path("inLanguage").asText())
                .contains("en", "fr", "es", "ja", "ru", "it", "de", "zh-Hans");
        assertThat(articles)
                .extracting(article -> article.path("headline").asText())
                .contains("石桥重新通行");
        assertThat(article("示例市图书馆：河边的新阅览室").path("quality"))
                .extracting(flag -> flag.path("code").asText())
                .contains("DATE_TZ_SUSPECT", "LEAD_IMAGE_UNUSABLE");
        JsonNode lead = article("示例市图书馆：河边的新阅览室").path("images").get(0);
        assertThat(lead.path("suggestion").path("rule").asText())
                .isEqualTo("missing-extension-dot");
        assertThat(article("Der Wochenmarkt zieht um").path("images"))
                .singleElement()
                .satisfies(image -> assertThat(image.path("verdict").asText()).isEqualTo("OK"));
    }

    private static boolean allAreComplete() throws Exception {
        articles = BroadsheetProcess.run("articles", "--data", data()).objects();
        return articles.size() == ARTICLES
                && articles.stream()
                        .allMatch(article -> article.path("state").asText().equals("COMPLETE"));
    }

    private static JsonNode article(String headline) {
        return articles.stream()
                .filter(article -> article.path("headline").asText().equals(headline))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> imagesByUrl() {
        Map<String, String> verdicts = new LinkedHashMap<>();
        for (JsonNode article : articles) {
            for (JsonNode image : article.path("images")) {
                verdicts.put(image.path("url").asText(), image.path("verdict").asText());
            }
        }
        return verdicts;
    }

    private static List<JsonNode> checks() throws Exception {
        BroadsheetProcess.Result tail =
                BroadsheetProcess.run(
                        "tail",
                        "news.images.checks.v1",
                        "--from",
                        "beginning",
                        "--json",
                        "--bootstrap-servers",
                        "127.0.0.1:" + brokerPort,
                        "--registry",
                        "http://127.0.0.1:" + registryPort);
        assertThat(tail.exitCode()).as(tail.err()).isZero();
        List<JsonNode> checks = new ArrayList<>();
        tail.objects().forEach(record -> checks.add(record.path("value")));
        return checks;
    }

    /** What the table says, by URL; a long URL is shortened there. */
    private static Map<String, String> promised() throws IOException {
        Map<String, String> promised = new LinkedHashMap<>();
        Matcher rows = ROW.matcher(said());
        while (rows.find()) {
            promised.put(rows.group(2), rows.group(1));
        }
        return promised;
    }

    private static String whole(String url, Map<String, String> seen) {
        String start = url.replaceFirst("\\.\\.\\.$", "");
        return seen.keySet().stream().filter(it -> it.startsWith(start)).findFirst().orElse(url);
    }

    private static String said() throws IOException {
        return Files.readString(directory.resolve("demo.out"));
    }

    private static String data() {
        return directory.resolve("data").toString();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
