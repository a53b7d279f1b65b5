package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.document.Reading;
import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.ingest.poll.books.Bookkeeper;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.seen.SeenPages;
import io.broadsheet.ingest.poll.visit.Finding;
import io.broadsheet.ingest.poll.visit.Visit;
import io.broadsheet.runtime.digest.Sha256;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.failure.FailureCode;
import io.broadsheet.runtime.failure.Rejection;
import io.broadsheet.schemas.ContractClasses;
import io.broadsheet.v1.DeadLetter;
import io.broadsheet.v1.FailureStage;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FetchContext;
import io.broadsheet.v1.FetchLogEntry;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.v1.Source;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.junit.jupiter.api.Test;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Each item of a poll is counted once, whatever the source is. */
class PollMetersTest {

    static {
        ContractClasses.trust();
    }

    private static final Instant NOW = Instant.parse("2026-02-03T04:05:06Z");
    private static final String URL = "https://news.example/source";
    private static final FeedHead HEAD =
            new FeedHead(
                    null,
                    null,
                    null,
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    false);
    private static final List<RawArticle> ARTICLES = List.of(article("a"), article("b"));
    private static final List<DeadLetter> LETTERS = List.of(letter("c"), letter("d"), letter("e"));

    private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    private final PollMeters meters = new PollMeters(registry, () -> NOW);
    private final Bookkeeper bookkeeper = new Bookkeeper(Bounds.USUAL, false);

    @Test
    void aPageOfASitemapThatCannotBeReadIsBuriedAndNotUnchangedToo() {
        FetchLogEntry log = poll(pages());

        assertThat(log.getItems()).isEqualTo(2);
        assertThat(log.getNewItems()).isEqualTo(2);
        assertThat(log.getRefusedItems()).isEqualTo(3);
        assertCounted(2, 3, 0);
    }

    @Test
    void soIsAnItemOfAFeed() {
        FetchLogEntry log = poll(items());

        assertThat(log.getItems()).isEqualTo(2);
        assertThat(log.getNewItems()).isEqualTo(2);
        assertThat(log.getRefusedItems()).isEqualTo(3);
        assertCounted(2, 3, 0);
    }

    private void assertCounted(int published, int buried, int unchanged) {
        assertThat(counted("published")).isEqualTo(published);
        assertThat(counted("buried")).isEqualTo(buried);
        assertThat(counted("unchanged")).isEqualTo(unchanged);
    }

    private double counted(String outcome) {
        return registry.get("broadsheet.articles").tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }

    private FetchLogEntry poll(Finding finding) {
        Feed feed =
                Feed.newBuilder()
                        .setSourceId("s")
                        .setFeedUrl(URL)
                        .setAddedAt(Instant.EPOCH)
                        .setChangedAt(Instant.EPOCH)
                        .build();
        var answer = new Visit.Head(URL, 200, Map.of(), 1_000);
        var visit =
                new Visit(URL, NOW, Duration.ofMillis(5), Optional.of(answer), List.of(), finding);
        Entered entered = bookkeeper.enter(KnownFeed.of(feed, null), visit);
        meters.count(entered);
        return entered.log().orElseThrow();
    }

    private static Finding pages() {
        SeenPages none = SeenPages.read(ByteBuffer.allocate(0));
        return new Finding.Pages(ARTICLES, LETTERS, none, 5, 0, Optional.empty());
    }

    private static Finding items() {
        var reading = new Reading.Articles(ARTICLES, LETTERS, Optional.empty());
        return new Finding.Items(reading, HEAD, Sha256.tagged("the feed"));
    }

    private static RawArticle article(String name) {
        return RawArticle.newBuilder()
                .setArticleId(Sha256.id(name))
                .setTitle(name)
                .setSource(Source.newBuilder().setSourceId("s").build())
                .setContentHash(Sha256.tagged(name))
                .setFetch(FetchContext.newBuilder().setFetchId("f").setRetrievedAt(NOW).build())
                .setIngestedAt(NOW)
                .build();
    }

    private static DeadLetter letter(String name) {
        return new DeadLetters("test", "0", () -> NOW)
                .ofDocument(
                        FailureStage.INGEST_PARSE,
                        new Rejection(FailureCode.DEFECT, "made up"),
                        "s",
                        URL + "/" + name,
                        Optional.empty());
    }
}
