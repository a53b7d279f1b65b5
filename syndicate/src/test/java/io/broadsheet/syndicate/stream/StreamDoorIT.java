package io.broadsheet.syndicate.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.broadsheet.syndicate.Articles;
import io.broadsheet.syndicate.Doors;
import io.broadsheet.syndicate.Newsroom;
import io.broadsheet.v1.ChangeClass;
import io.broadsheet.v1.ImageOutcome;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

/** Articles as events: nothing is missing, whoever stops whenever. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StreamDoorIT {

    private final AtomicInteger numbers = new AtomicInteger(1_000);
    private Newsroom newsroom;
    private Doors doors;

    @BeforeAll
    void open(@TempDir Path data) {
        newsroom = Newsroom.open(data.resolve("platform"));
        doors = Doors.open(newsroom, Doors.STREAMS);
    }

    @AfterAll
    void close() {
        doors.close();
        newsroom.close();
    }

    @Test
    void anArticleComesAsAnEventWithItsJson() throws IOException {
        String source = source();
        try (EventReader reader = reader("?source=" + source).opened()) {
            int number = publish(source);

            assertThat(reader.await(1))
                    .singleElement()
                    .satisfies(event -> {
                        assertThat(event.type()).isEqualTo("article");
                        assertThat(event.data())
                                .contains("\"articleId\":\"" + Articles.id(number) + '"');
                        assertThat(event.id()).matches("e[0-9a-z.]+");
                    });
        }
    }

    @Test
    void whoComesAgainAnywhereGetsWhatHeHasNotSeen() throws IOException {
        String source = source();
        List<Integer> published = new ArrayList<>();
        String seen;
        List<String> got = new ArrayList<>();
        try (EventReader reader = reader("?source=" + source).opened()) {
            IntStream.range(0, 5).forEach(_ -> published.add(publish(source)));
            got.addAll(ids(reader.articles(5)));
            seen = reader.events().getLast().id();
        }
        IntStream.range(0, 20).forEach(_ -> published.add(publish(source)));

        // Another instance, whose memory is too small for what was missed.
        StreamLimits small =
                new StreamLimits(5, 5, 3, 1_000_000, Duration.ofSeconds(1), Duration.ofSeconds(10));
        try (Doors other = Doors.open(newsroom, small);
                EventReader reader =
                        EventReader.open(other.uri("/articles/stream?source=" + source), seen)) {
            got.addAll(ids(reader.articles(20)));
            published.add(publish(source));
            got.add(ids(reader.articles(21)).getLast());
        }

        assertThat(got)
                .containsExactlyInAnyOrderElementsOf(published.stream().map(Articles::id).toList());
    }

    @Test
    void sinceBeginsInThePast() throws IOException {
        String source = source();
        int number = publish(source);

        try (EventReader reader = reader("?since=1h&source=" + source)) {
            assertThat(ids(reader.articles(1))).containsExactly(Articles.id(number));
        }
        try (EventReader reader = reader("?since=2020-01-01T00:00:00Z&source=" + source)) {
            assertThat(ids(reader.articles(1))).containsExactly(Articles.id(number));
        }
    }

    @Test
    void onlyWhatIsWantedComesAndTheIdGoesOnNevertheless() throws IOException {
        String source = source();
        String query = "?language=zh&section=news&change=new&image=usable&source=" + source;
        try (EventReader reader = reader(query).opened()) {
            String before = reader.lastId();
            var image = List.of(Articles.image("i", ImageOutcome.USABLE));
            newsroom.publish(Articles.of(source, next()).setImages(image).build());
            newsroom.publish(
                    Articles.of(source, next())
                            .setInLanguage("zh-Hans")
                            .setChange(ChangeClass.MINOR)
                            .setImages(image)
                            .build());
            newsroom.publish(Articles.of(source, next()).setInLanguage("zh-Hans").build());
            await().atMost(Duration.ofSeconds(20)).until(() -> !reader.lastId().equals(before));
            assertThat(reader.events()).noneMatch(event -> event.type().equals("article"));

            int wanted = next();
            newsroom.publish(
                    Articles.of(source, wanted).setInLanguage("zh-Hans").setImages(image).build());
            assertThat(ids(reader.articles(1))).containsExactly(Articles.id(wanted));
        }
    }

    @Test
    void aRetractionIsToldToWhomeverItMayConcern() throws IOException {
        int number = next();
        try (EventReader reader = reader("?source=wire&language=fr&change=new").opened()) {
            newsroom.publish(Articles.retraction(number));
            newsroom.bury(Articles.id(number));

            assertThat(reader.await(2))
                    .extracting(EventReader.Event::type)
                    .containsExactly("retracted", "retracted");
            assertThat(reader.events().getLast().data())
                    .isEqualTo("{\"articleId\":\"" + Articles.id(number) + "\"}");
        }
    }

    @Test
    void allVersionsComeFromTheirOwnTopic() throws IOException {
        String source = source();
        int number = next();
        try (EventReader reader = reader("?versions=all&source=" + source).opened()) {
            newsroom.publishRevision(Articles.of(source, number).build());
            newsroom.publishRevision(Articles.of(source, number).setVersion(2).build());

            assertThat(ids(reader.articles(2)))
                    .containsExactly(Articles.id(number), Articles.id(number));
            assertThat(reader.lastId()).startsWith("r");
        }
    }

    @Test
    void whatMeansNothingIsRefusedWithWhatAndWhere() {
        assertRefused("?since=yesterday", "since = \"yesterday\"");
        assertRefused("?since=-PT1H", "since");
        assertRefused("?language=e", "language must be a tag of BCP 47");
        assertRefused("?image=good", "image must be one of");
        assertRefused("?change=new&change=big", "change must be one of");
        assertRefused("?form=xml", "form = \"xml\": must be one of json");
        assertRefused("?versions=some", "must be latest or all");
        assertRefused("?sauce=x", "there is no parameter \"sauce\"; there are change");
        assertRefused("?source=%00x", "control characters");
        assertRefused("?source=", "1 to 512 characters");
        assertThat(doors.get("/articles/stream", "Last-Event-ID", "../../etc").body())
                .contains("the header Last-Event-ID", "is no id of an event");
        assertThat(doors.get("/articles/stream?versions=all", "Last-Event-ID", "e1.2").statusCode())
                .isEqualTo(400);
    }

    private void assertRefused(String query, String detail) {
        var answer = doors.get("/articles/stream" + query);
        assertThat(answer.statusCode()).as(query).isEqualTo(400);
        assertThat(answer.headers().firstValue("Content-Type").orElse(""))
                .startsWith("application/problem+json");
        assertThat(answer.body().replace("\\\"", "\"")).as(query).contains(detail);
    }

    @Test
    void moreStreamsThanThereMayBeAreToldToComeAgain() throws IOException {
        StreamLimits one =
                new StreamLimits(1, 1, 9, 1_000, Duration.ofSeconds(1), Duration.ofSeconds(9));
        try (Doors narrow = Doors.open(newsroom, one)) {
            EventReader reader = EventReader.open(narrow.uri("/articles/stream"), "").opened();
            var refused = narrow.get("/articles/stream");

            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.headers().firstValue("Retry-After")).contains("5");
            reader.close();
            // A reader who left is noticed at the next heartbeat; then there is room.
            await().atMost(Duration.ofSeconds(20)).until(() -> ended(narrow, "left") == 1);
            try (EventReader next = EventReader.open(narrow.uri("/articles/stream"), "").opened()) {
                assertThat(next.lastId()).startsWith("e");
            }
        }
    }

    @Test
    void aReaderWhoTakesNothingIsCutOffAndAnotherGoesOnWhereHeWas() throws IOException {
        StreamLimits strict =
                new StreamLimits(
                        5, 5, 20, 100_000_000, Duration.ofSeconds(1), Duration.ofSeconds(2));
        String source = source();
        String body = "x".repeat(200_000);
        String path = "/articles/stream?source=" + source;
        try (Doors door = Doors.open(newsroom, strict);
                EventReader stuck = EventReader.silent(door.uri(path), "", 4_096);
                EventReader quick = EventReader.open(door.uri(path), "").opened()) {
            String start = quick.lastId();
            List<Integer> published = new ArrayList<>();
            for (int i = 0; i < 60; i++) {
                int number = next();
                published.add(number);
                newsroom.publish(Articles.of(source, number).setArticleBody(body).build());
            }
            assertThat(quick.await(60)).hasSize(60);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> ended(door, "stalled") + ended(door, "slow") == 1);
            try (EventReader again = EventReader.open(door.uri(path), start)) {
                assertThat(ids(again.articles(60)))
                        .containsExactlyInAnyOrderElementsOf(
                                published.stream().map(Articles::id).toList());
            }
            assertThat(stuck.events()).isEmpty();
        }
    }

    @Test
    void aReaderWhoIsOvertakenIsToldWhyAndFromWhereToComeAgain() throws IOException {
        StreamLimits narrow =
                new StreamLimits(
                        5, 5, 2, 100_000_000, Duration.ofSeconds(1), Duration.ofSeconds(30));
        String source = source();
        String body = "y".repeat(1_000_000);
        try (Doors door = Doors.open(newsroom, narrow);
                EventReader slow =
                        EventReader.silent(
                                door.uri("/articles/stream?source=" + source), "", 4_096)) {
            for (int i = 0; i < 30; i++) {
                newsroom.publish(Articles.of(source, next()).setArticleBody(body).build());
            }
            slow.read();
            slow.awaitEnd();

            assertThat(slow.events().getLast())
                    .satisfies(event -> {
                        assertThat(event.type()).isEqualTo("bye");
                        assertThat(event.data()).contains("\"reason\":\"slow\"", "Last-Event-ID");
                        assertThat(event.id()).startsWith("e");
                    });
            assertThat(slow.events()).hasSizeLessThan(31);
        }
    }

    @Test
    void aReaderIsToldThatTheServiceStops() throws IOException {
        try (EventReader reader = stopped()) {
            reader.awaitEnd();

            assertThat(reader.events())
                    .singleElement()
                    .satisfies(event -> assertThat(event.data()).contains("stopping"));
        }
    }

    private EventReader stopped() throws IOException {
        try (Doors door = Doors.open(newsroom, Doors.STREAMS)) {
            return EventReader.open(door.uri("/articles/stream"), "").opened();
        }
    }

    @Test
    void pagesOfSitesThatAreNamedMayRead() {
        assertThat(
                        doors.get("/feed.json", "Origin", "https://reader.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .contains("https://reader.example");
        assertThat(
                        doors.get("/feed.json", "Origin", "https://other.example")
                                .headers()
                                .firstValue("Access-Control-Allow-Origin"))
                .isEmpty();
    }

    private static double ended(Doors door, String reason) {
        return door.counted("broadsheet.syndicate.streams.ended", "reason", reason);
    }

    private EventReader reader(String query) throws IOException {
        return EventReader.open(doors.uri("/articles/stream" + query), "");
    }

    private int next() {
        return numbers.incrementAndGet();
    }

    private String source() {
        return "source-" + next();
    }

    private int publish(String source) {
        int number = next();
        newsroom.publish(Articles.of(source, number).build());
        return number;
    }

    private static List<String> ids(List<EventReader.Event> events) {
        return events.stream()
                .map(event -> event.data().replaceAll(".*?\"articleId\":\"([0-9a-f]+)\".*", "$1"))
                .toList();
    }
}
