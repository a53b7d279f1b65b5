package io.broadsheet.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the desk tells, as pages and as JSON, and whom it lets change anything. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DeskIT {

    private static final Duration READ_MAX = Duration.ofSeconds(30);
    private static final Pattern FORM_TOKEN =
            Pattern.compile("name=\"formToken\" value=\"(\\w+)\"");

    private Newsroom newsroom;
    private Browsing browsing;

    @BeforeAll
    void open(@TempDir Path directory) throws Exception {
        newsroom = new Newsroom(directory, Newsroom.TOKEN);
        new Edition(newsroom).print();
        browsing = new Browsing(newsroom.url());
        await().atMost(READ_MAX)
                .until(() -> browsing.json("/letters").at("/letters/total").asInt() == 2);
        await().atMost(READ_MAX).until(() -> newsroom.desk().notReady().isEmpty());
    }

    @AfterAll
    void close() throws Exception {
        browsing.close();
        newsroom.close();
    }

    @Test
    void theAccountIsThatOfTheTopicsAndBalances() throws Exception {
        JsonNode account = browsing.json("/").path("account");

        assertThat(account.path("underWay").asInt()).isZero();
        assertThat(account.path("whole").asBoolean()).isTrue();
        assertThat(account.path("read").asInt())
                .isEqualTo(
                        account.path("stored").asInt()
                                + account.path("unchanged").asInt()
                                + account.path("duplicates").asInt()
                                + account.path("buried").asInt());
        assertThat(account.path("buried").asInt()).isEqualTo(2);
        assertThat(browsing.get("/").body()).contains("It balances");
    }

    @Test
    void topicsAreToldWithTheirOffsets() throws Exception {
        JsonNode topics = browsing.json("/").path("topics");

        assertThat(topics.findValuesAsText("topic")).contains("news.articles.raw.v1");
        assertThat(topics.findValues("perSecondNow")).isNotEmpty();
    }

    @Test
    void anArticleIsFoundByTheWordsOfItsHeadline() throws Exception {
        JsonNode found = browsing.json("/articles?q=QUIET+morning").at("/articles/items");

        assertThat(found).hasSize(1);
        assertThat(found.at("/0/id").asText()).isEqualTo(Edition.HARBOUR);
        assertThat(found.at("/0/images/verdict").asText()).isEqualTo("NOT_FOUND");
    }

    @Test
    void aListIsShownPageByPage() throws Exception {
        JsonNode second = browsing.json("/articles?page=2").path("articles");

        assertThat(second.path("total").asInt()).isEqualTo(62);
        assertThat(second.path("items")).hasSize(12);
    }

    @Test
    void anArticleIsShownWithAllThatIsKnown() throws Exception {
        String page = browsing.get("/articles/" + Edition.HARBOUR).body();

        assertThat(page)
                .contains("Evidence for the date", "as declared", "Ada Quay")
                .contains("after its check the lead image cannot be used")
                .contains("<del>A morning</del>")
                .contains("/articles/" + Edition.HOSTILE)
                .contains("news.articles.raw.v1/", "news.articles.enriched.v1/");
        JsonNode json = browsing.json("/articles/" + Edition.HARBOUR);
        assertThat(json.path("stops").findValuesAsText("kind"))
                .containsSubsequence("raw", "outcome")
                .contains("revision", "enriched", "check");
        assertThat(json.at("/cluster/memberCount").asInt()).isEqualTo(1);
    }

    @Test
    void anArticleIsFoundByItsAddress() throws Exception {
        var answer = browsing.get("/find?what=https%3A%2F%2Fexample.org%2F" + Edition.HARBOUR);

        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .contains("/articles/" + Edition.HARBOUR);
    }

    @Test
    void theBodyMayDoNothingAndLoadsPicturesOnlyWhenAsked() throws Exception {
        String body = "/articles/" + Edition.HARBOUR + "/body";

        String closed = policy(browsing.get(body));
        String asked = policy(browsing.get(body + "?pictures=show"));

        assertThat(closed).contains("default-src 'none'", "sandbox").doesNotContain("img-src");
        assertThat(asked).contains("sandbox", "img-src https:").doesNotContain("script-src");
        assertThat(browsing.get(body).headers().firstValue("Referrer-Policy"))
                .contains("no-referrer");
    }

    @Test
    void sourcesThatNeedALookComeFirst() throws Exception {
        JsonNode feeds = browsing.json("/sources").path("feeds");

        assertThat(feeds.findValuesAsText("sourceId")).containsExactly("silent", "failing");
        assertThat(feeds.at("/1/health/lastError").asText()).contains("the upstream is asleep");
        assertThat(browsing.json("/sources").path("others").findValuesAsText("source"))
                .contains("coast", "notes");
    }

    @Test
    void imagesAreCountedByVerdictAndHost() throws Exception {
        JsonNode images = browsing.json("/images");

        assertThat(images.path("verdicts").findValuesAsText("verdict"))
                .containsExactlyInAnyOrder("OK", "NOT_FOUND");
        assertThat(images.at("/hosts/0/host").asText()).isEqualTo("example.org");
        assertThat(images.at("/hosts/0/unusable").asInt()).isEqualTo(1);
    }

    @Test
    void aLetterIsShownToItsLastByte() throws Exception {
        String id = letter("DEFECT");

        assertThat(browsing.get("/letters/" + id).body())
                .contains("00000000  3c 62 3e 6e 6f 74", "x-hostile")
                .doesNotContain("<script>window.ran");
        assertThat(browsing.bytes("/letters/" + id + "/original"))
                .isEqualTo("<b>not avro</b> \u0000\u0001 & more".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/articles",
                "/articles?q=%22%3E%3Cscript%3Ewindow.ran%3D1%3C/script%3E",
                "/articles/" + Edition.HOSTILE,
                "/sources",
                "/images",
                "/letters",
                "/letters?q=%22%3E%3Cscript%3Ewindow.ran%3D1%3C/script%3E",
                "/sign-in",
                "/find?what=%3Cscript%3Ewindow.ran%3D1",
                "/articles/%3Cscript%3Ewindow.ran%3D1",
                "/nowhere"
            })
    void whatIsHostileStaysTextAndEveryAnswerSaysWhatItMayDo(String path) throws Exception {
        var answer = browsing.get(path, "Accept", "text/html");

        assertThat(answer.body())
                .doesNotContain("<script>window.ran", "<img src=x")
                .doesNotContainPattern("(src|href)=\"(https?:)?//(?!example\\.org)");
        assertThat(policy(answer))
                .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'");
        assertThat(answer.headers().allValues("X-Content-Type-Options")).containsExactly("nosniff");
        assertThat(answer.statusCode()).isIn(200, 404);
    }

    @Test
    void aNameThatIsNotOursIsRefused() throws Exception {
        URI url = URI.create(newsroom.url());

        assertThat(RawHttp.get(url, "/", "rebound.example")).startsWith("HTTP/1.1 421");
        assertThat(RawHttp.get(url, "/", "localhost:" + url.getPort())).startsWith("HTTP/1.1 200");
        assertThat(RawHttp.get(url, "/nowhere", "rebound.example"))
                .startsWith("HTTP/1.1 404")
                .doesNotContain("Broadsheet desk");
    }

    @Test
    void nobodyChangesAnythingFromElsewhere() throws Exception {
        String session = signIn();
        String id = letter("DEFECT");
        Map<String, String> form = Map.of("formToken", formToken(session, "/letters/" + id));
        Map<String, String> guess = Map.of("formToken", "guessed");
        String path = "/letters/" + id + "/replay";
        String here = newsroom.url();
        String there = "https://elsewhere.example";
        String site = "Sec-Fetch-Site";

        assertThat(browsing.status(path, form)).isEqualTo(403);
        assertThat(browsing.status(path, form, "Origin", here)).isEqualTo(403);
        assertThat(browsing.status(path, form, "Cookie", session)).isEqualTo(403);
        assertThat(browsing.status(path, form, "Cookie", session, "Origin", "null")).isEqualTo(403);
        assertThat(browsing.status(path, form, "Cookie", session, "Origin", there)).isEqualTo(403);
        assertThat(
                        browsing.status(
                                path, form, "Cookie", session, "Origin", here, site, "cross-site"))
                .isEqualTo(403);
        assertThat(browsing.status(path, guess, "Cookie", session, "Origin", here)).isEqualTo(403);
        assertThat(browsing.json("/letters/" + id).at("/line/replays").asInt()).isZero();
    }

    @Test
    void theCookieIsForThisSiteAloneAndForNoScript() throws Exception {
        var answer = attempt(Newsroom.TOKEN);

        assertThat(answer.headers().firstValue("Set-Cookie").orElseThrow())
                .contains("HttpOnly", "SameSite=Strict", "Path=/");
        assertThat(attempt("wrong").statusCode()).isEqualTo(403);
    }

    @Test
    void whoKeepsTheTokenMayReplayFromAScript() throws Exception {
        var answer =
                browsing.post(
                        "/replays",
                        Map.of("code", "DOCUMENT_EMPTY"),
                        "Authorization",
                        "Bearer " + Newsroom.TOKEN);

        assertThat(answer.statusCode()).isEqualTo(303);
        String place = answer.headers().firstValue("Location").orElseThrow();
        JsonNode done = browsing.json(place);
        assertThat(done.path("what").asText()).contains("DOCUMENT_EMPTY");
        assertThat(done.at("/lines/0/count").asInt()).isEqualTo(1);
        await().atMost(READ_MAX)
                .until(() ->
                        browsing.json("/letters/" + letter("DOCUMENT_EMPTY"))
                                .at("/line/state")
                                .asText()
                                .equals("REPLAYED"));
    }

    @Test
    void whatIsNewIsToldToThoseWhoListen() throws Exception {
        var request =
                HttpRequest.newBuilder(URI.create(newsroom.url() + "/events"))
                        .header("Accept", "text/event-stream")
                        .build();
        try (var client = HttpClient.newHttpClient();
                InputStream events =
                        client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body()) {
            String first = new String(events.readNBytes(64), StandardCharsets.UTF_8);

            assertThat(first).contains("event: news", "data: {\"read\":");
        }
    }

    private String letter(String code) throws Exception {
        return browsing.json("/letters?code=" + code).at("/letters/items/0/facts/id").asText();
    }

    private String signIn() throws Exception {
        String cookie = attempt(Newsroom.TOKEN).headers().firstValue("Set-Cookie").orElseThrow();
        return cookie.substring(0, cookie.indexOf(';'));
    }

    private HttpResponse<String> attempt(String token) throws Exception {
        return browsing.post("/sign-in", Map.of("token", token), "Origin", newsroom.url());
    }

    private String formToken(String session, String path) throws Exception {
        Matcher matcher = FORM_TOKEN.matcher(browsing.get(path, "Cookie", session).body());
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private static String policy(HttpResponse<String> answer) {
        Optional<String> policy = answer.headers().firstValue("Content-Security-Policy");
        assertThat(answer.headers().allValues("Content-Security-Policy")).hasSize(1);
        return policy.orElseThrow();
    }
}
