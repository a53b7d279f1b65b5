package io.broadsheet.syndicate.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.broadsheet.syndicate.Articles;
import io.broadsheet.syndicate.Doors;
import io.broadsheet.syndicate.Newsroom;
import io.broadsheet.v1.DateCertainty;
import io.broadsheet.v1.ImageOutcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

import java.io.IOException;
import java.io.StringReader;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;

/** The latest articles as feeds: complete, honest about dates, and cheap to ask for again. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FeedDoorIT {

    private static final String ATOM = "http://www.w3.org/2005/Atom";
    private static final String TOMBSTONES = "http://purl.org/atompub/tombstones/1.0";

    private Newsroom newsroom;
    private Doors doors;

    @BeforeAll
    void open(@TempDir Path data) {
        newsroom = Newsroom.open(data.resolve("platform"));
        // Five of a source are kept: one is too many.
        IntStream.rangeClosed(1, 6).forEach(it -> newsroom.publish(Articles.article(it).build()));
        newsroom.publish(Articles.of("gazette", 20).setInLanguage("zh-Hans").build());
        newsroom.publish(
                Articles.of("pictures", 30)
                        .setHeadline("Zwölf & \u0001 <b>fett</b>")
                        .setImages(
                                List.of(
                                        Articles.image("good", ImageOutcome.USABLE),
                                        Articles.image("bad", ImageOutcome.UNUSABLE)))
                        .setPrimaryImageId("good")
                        .build());
        newsroom.publish(
                Articles.of("undated", 40)
                        .setDatePublished(null)
                        .setDatePublishedCertainty(DateCertainty.FIRST_SEEN_ONLY)
                        .setArticleBodyHtml(null)
                        .setArticleBody(null)
                        .setUrl(null)
                        .build());
        newsroom.publish(Articles.of("withdrawn", 50).build());
        newsroom.publish(Articles.of("withdrawn", 51).build());
        newsroom.bury(Articles.id(51));
        doors = Doors.open(newsroom, Doors.STREAMS);
    }

    @AfterAll
    void close() {
        doors.close();
        newsroom.close();
    }

    @Test
    void jsonFeedSaysWhatAnArticleIs() throws IOException {
        HttpResponse<String> answer = doors.get("/sources/pictures/feed.json");
        JsonNode feed = json(answer);
        JsonNode item = feed.at("/items/0");

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/feed+json; charset=utf-8");
        assertThat(feed.path("version").asText()).isEqualTo("https://jsonfeed.org/version/1.1");
        assertThat(feed.path("title").asText()).isEqualTo("Test news (source=pictures)");
        assertThat(feed.path("feed_url").asText()).endsWith("/sources/pictures/feed.json");
        assertThat(item.path("id").asText()).isEqualTo("urn:news:" + Articles.id(30));
        assertThat(item.path("url").asText()).isEqualTo("https://wire.example/30");
        assertThat(item.path("content_html").asText()).isEqualTo("<p>Body of 30 &amp; more</p>");
        assertThat(item.path("date_published").asText()).isEqualTo("2026-01-01T00:00:30Z");
        assertThat(item.has("date_modified")).isFalse();
        assertThat(item.path("language").asText()).isEqualTo("en");
        assertThat(item.at("/authors/0/name").asText()).isEqualTo("Ada Writer");
        assertThat(item.path("tags"))
                .extracting(JsonNode::asText)
                .containsExactly("News", "harbour");
        assertThat(item.path("image").asText()).isEqualTo("https://pictures.example/good.jpg");
        assertThat(item.path("attachments")).hasSize(1);
        assertThat(item.at("/attachments/0/mime_type").asText()).isEqualTo("image/jpeg");
        assertThat(item.at("/attachments/0/size_in_bytes").asLong()).isEqualTo(12_345);
    }

    @Test
    void whatNobodyKnowsIsNotSaid() throws Exception {
        JsonNode item = json(doors.get("/feed.json?source=undated")).at("/items/0");
        Element entry = entries(atom(doors.get("/feed.atom?source=undated"))).getFirst();

        assertThat(item.has("date_published")).isFalse();
        assertThat(item.has("url")).isFalse();
        assertThat(item.path("content_text").asText()).isEqualTo("What happened, in short");
        assertThat(item.at("/_broadsheet/date_published_certainty").asText())
                .isEqualTo("FIRST_SEEN_ONLY");
        assertThat(entry.getElementsByTagNameNS(ATOM, "published").getLength()).isZero();
        assertThat(text(entry, "updated")).isEqualTo("2026-01-01T02:00:40Z");
        assertThat(entry.getElementsByTagNameNS(ATOM, "content").getLength()).isEqualTo(1);
    }

    @Test
    void atomHasWhatTheStandardWants() throws Exception {
        HttpResponse<String> answer = doors.get("/feed.atom?source=pictures");
        Document feed = atom(answer);
        Element entry = entries(feed).getFirst();

        assertThat(answer.headers().firstValue("Content-Type"))
                .contains("application/atom+xml; charset=utf-8");
        for (String name : List.of("id", "title", "updated")) {
            assertThat(text(feed.getDocumentElement(), name)).as(name).isNotBlank();
            assertThat(text(entry, name)).as(name).isNotBlank();
        }
        assertThat(text(entry, "id")).isEqualTo("urn:news:" + Articles.id(30));
        assertThat(text(entry, "title")).isEqualTo("Zwölf & \uFFFD <b>fett</b>");
        assertThat(text(entry, "content")).isEqualTo("<p>Body of 30 &amp; more</p>");
        assertThat(entry.getAttribute("xml:lang")).isEqualTo("en");
        assertThat(links(entry, "enclosure")).containsExactly("https://pictures.example/good.jpg");
        assertThat(links(entry, "alternate")).containsExactly("https://wire.example/30");
        assertThat(links(feed.getDocumentElement(), "self"))
                .containsExactly(doors.uri("/feed.atom?source=pictures").toString());
    }

    @Test
    void anArticleThatWasTakenBackIsGone() throws Exception {
        assertThat(ids(json(doors.get("/feed.json?source=withdrawn"))))
                .containsExactly("urn:news:" + Articles.id(50));
        Document feed = atom(doors.get("/feed.atom?source=withdrawn"));
        Element deleted =
                (Element) feed.getElementsByTagNameNS(TOMBSTONES, "deleted-entry").item(0);
        assertThat(entries(feed)).hasSize(1);
        assertThat(deleted.getAttribute("ref")).isEqualTo("urn:news:" + Articles.id(51));
        assertThat(deleted.getAttribute("when")).isNotBlank();
        assertThat(doors.get("/articles/" + Articles.id(51)).statusCode()).isEqualTo(410);
    }

    @Test
    void pagesLeadToAllArticlesTheNewestFirst() throws IOException {
        List<String> seen = new ArrayList<>();
        String next = "/feed.json?source=wire&limit=2";
        int pages = 0;
        while (!next.isEmpty()) {
            JsonNode feed = json(doors.get(next));
            seen.addAll(ids(feed));
            String url = feed.path("next_url").asText("");
            next = url.isEmpty() ? "" : path(url);
            pages++;
        }

        assertThat(pages).isEqualTo(3);
        assertThat(seen)
                .containsExactly(
                        IntStream.of(6, 5, 4, 3, 2)
                                .mapToObj(it -> "urn:news:" + Articles.id(it))
                                .toArray(String[]::new));
    }

    @Test
    void atomLeadsToItsNextPageToo() throws Exception {
        Document feed = atom(doors.get("/feed.atom?source=wire&limit=3"));
        String next = links(feed.getDocumentElement(), "next").getFirst();

        assertThat(entries(atom(doors.get(path(next))))).hasSize(2);
        assertThat(links(feed.getDocumentElement(), "alternate"))
                .containsExactly(doors.uri("/feed.json?limit=3&source=wire").toString());
    }

    @Test
    void languagesAreMatchedByTheirBeginning() throws IOException {
        assertThat(ids(json(doors.get("/feed.json?language=zh"))))
                .containsExactly("urn:news:" + Articles.id(20));
    }

    @Test
    void whatWasSeenIsNotSentAgainUntilItChanges() {
        HttpResponse<String> first = doors.get("/feed.json?source=changing");
        String empty = first.headers().firstValue("ETag").orElseThrow();
        newsroom.publish(Articles.of("changing", 60).build());
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        doors.get("/feed.json?source=changing", "If-None-Match", empty).statusCode()
                                == 200);
        HttpResponse<String> second = doors.get("/feed.json?source=changing");
        String tag = second.headers().firstValue("ETag").orElseThrow();
        String date = second.headers().firstValue("Last-Modified").orElseThrow();

        assertThat(date).isEqualTo("Thu, 01 Jan 2026 02:01:00 GMT");
        assertThat(status("If-None-Match", "\"x\", W/" + tag)).isEqualTo(304);
        assertThat(status("If-None-Match", "*")).isEqualTo(304);
        assertThat(status("If-None-Match", "\"x\"")).isEqualTo(200);
        assertThat(status("If-Modified-Since", date)).isEqualTo(304);
        assertThat(status("If-Modified-Since", "Thu, 01 Jan 2026 02:00:59 GMT")).isEqualTo(200);
        assertThat(status("If-Modified-Since", "yesterday")).isEqualTo(200);
    }

    private int status(String header, String value) {
        return doors.get("/feed.json?source=changing", header, value).statusCode();
    }

    @Test
    void anArticleIsHandedOutInTheFormThatIsAskedFor() {
        String path = "/articles/" + Articles.id(30);
        HttpResponse<String> plain = doors.get(path);

        assertThat(plain.body()).startsWith("{\"articleId\":\"" + Articles.id(30) + '"');
        assertThat(plain.headers().firstValue("Content-Type"))
                .contains("application/json; charset=utf-8");
        assertThat(doors.get(path, "Accept", "text/html, */*;q=0.1").statusCode()).isEqualTo(200);
        assertThat(doors.get(path, "Accept", "image/png").statusCode()).isEqualTo(406);
        assertThat(doors.get(path, "Accept", "application/json;q=0").statusCode()).isEqualTo(406);
        assertThat(doors.get(path + "?form=nonsense").statusCode()).isEqualTo(400);
        assertThat(doors.get("/articles/unknown").statusCode()).isEqualTo(404);
    }

    @Test
    void whatMeansNothingIsRefusedWithWhatAndWhere() {
        assertRefused("limit=0", "limit = \"0\": must be a whole number from 1 to 500");
        assertRefused("limit=501", "limit");
        assertRefused("before=x", "before = \"x\": take it from the feed's link");
        assertRefused("language=%2e%2e", "language must be a tag");
        assertRefused("foo=1", "there is no parameter \"foo\"");
        assertRefused("limit=1&limit=2", "limit is given more than once");
    }

    private void assertRefused(String query, String detail) {
        HttpResponse<String> answer = doors.get("/feed.atom?" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.body().replace("\\\"", "\"")).as(query).contains(detail);
    }

    @Test
    void thePageForPeopleLeadsReadersToTheFeeds() {
        assertThat(doors.get("/").body())
                .contains("rel=\"alternate\" type=\"application/feed+json\"", "/feed.atom");
    }

    private static JsonNode json(HttpResponse<String> answer) throws IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return new ObjectMapper().readTree(answer.body());
    }

    private static Document atom(HttpResponse<String> answer)
            throws ParserConfigurationException, SAXException, IOException {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newDefaultInstance();
        factory.setNamespaceAware(true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(answer.body())));
    }

    private static List<Element> entries(Document feed) {
        var entries = feed.getElementsByTagNameNS(ATOM, "entry");
        return IntStream.range(0, entries.getLength())
                .mapToObj(it -> (Element) entries.item(it))
                .toList();
    }

    private static String text(Element parent, String name) {
        return parent.getElementsByTagNameNS(ATOM, name).item(0).getTextContent();
    }

    private static List<String> links(Element parent, String rel) {
        var links = parent.getElementsByTagNameNS(ATOM, "link");
        return IntStream.range(0, links.getLength())
                .mapToObj(it -> (Element) links.item(it))
                .filter(it -> parent.isSameNode(it.getParentNode()))
                .filter(it -> it.getAttribute("rel").equals(rel))
                .map(it -> it.getAttribute("href"))
                .toList();
    }

    private static List<String> ids(JsonNode feed) {
        List<String> ids = new ArrayList<>();
        feed.path("items").forEach(item -> ids.add(item.path("id").asText()));
        return ids;
    }

    private static String path(String url) {
        URI uri = URI.create(url);
        return uri.getRawPath() + "?" + uri.getRawQuery();
    }
}
