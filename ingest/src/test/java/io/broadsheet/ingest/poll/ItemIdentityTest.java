package io.broadsheet.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.poll.books.Bookkeeper;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.books.KnownFeed;
import io.broadsheet.ingest.poll.rules.Bounds;
import io.broadsheet.ingest.poll.visit.FeedVisitor;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.v1.Feed;
import io.broadsheet.v1.FeedState;
import io.broadsheet.v1.IdentityBasis;
import io.broadsheet.v1.QualityFlag;
import io.broadsheet.v1.RawArticle;
import io.broadsheet.web.fetch.EgressPolicy;
import io.broadsheet.web.fetch.SafeFetcher;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What feeds do to the names of their items, and that each article stays one all the same. */
class ItemIdentityTest {

    private static final String MONDAY = "Mon, 02 Mar 2020 08:00:00 GMT";
    private static final String TUESDAY = "Tue, 03 Mar 2020 08:00:00 GMT";
    private static final String MUCH_LATER = "Mon, 20 Apr 2020 08:00:00 GMT";

    private final TestClock clock = new TestClock(Instant.parse("2020-03-03T12:00:00Z"));
    private final DeadLetters letters = new DeadLetters("test", "test", clock);
    private final SafeFetcher fetcher = SafeFetcher.open(EgressPolicy.allowingPrivateAddresses());
    private final FeedVisitor visitor =
            new FeedVisitor(
                    fetcher,
                    1_000_000,
                    Duration.ofSeconds(1),
                    FeedPollService.formats(letters, ClaimStore.none()),
                    clock);
    private final Bookkeeper bookkeeper = new Bookkeeper(Bounds.USUAL, false);
    private final List<RawArticle> published = new ArrayList<>();
    private Feed feed =
            Feed.newBuilder()
                    .setSourceId("s")
                    .setFeedUrl("https://feed.example/rss")
                    .setAddedAt(Instant.EPOCH)
                    .setChangedAt(Instant.EPOCH)
                    .build();
    private @Nullable FeedState state;

    @AfterEach
    void close() {
        fetcher.close();
    }

    @Test
    void guidsThatChangeWithEachBuildMakeNoNewArticlesAndAreSoonIgnored() {
        for (int build = 0; build < 4; build++) {
            int number = build;
            poll(
                    IntStream.range(0, 10)
                            .mapToObj(
                                    i -> item("build" + number + "-" + i, "/" + i, "T" + i, MONDAY))
                            .toList());
        }

        assertThat(ids()).hasSize(10);
        assertThat(policy()).isEqualTo(IdentityBasis.LINK);
        // As they came, once more under changed guids, and once more without guids that count.
        assertThat(published).hasSize(30);
        assertThat(published.get(10).getAltIds()).anyMatch(id -> id.startsWith("article:"));
        assertThat(codes(published.get(10))).contains("IDENTITY_CARRIED");
    }

    @Test
    void aGuidOfSeveralItemsNamesNoneAlsoWhenOnlyOneOfThemIsLeft() {
        poll(item("g", "/1", "One", MONDAY), item("g", "/2", "Two", MONDAY));
        poll(item("g", "/2", "Two", MONDAY));

        assertThat(ids()).hasSize(2);
        assertThat(published).hasSize(2);
        assertThat(policy()).isEqualTo(IdentityBasis.LINK);
    }

    @Test
    void oneGuidForWhateverIsLatestOverwritesNothing() {
        poll(item("latest", "/1", "One", MONDAY));
        poll(item("latest", "/2", "Two", TUESDAY));
        poll(item("latest", "/3", "Three", MUCH_LATER));
        poll(item("latest", "/3", "Three", MUCH_LATER));

        assertThat(published).extracting(RawArticle::getTitle).startsWith("One", "Two", "Three");
        assertThat(ids()).hasSize(3);
        assertThat(codes(published.get(1))).contains("GUID_REUSED");
    }

    @Test
    void anItemThatIsEditedIsTheSameThoughItsAddressFollowsItsTitle() {
        poll(item("42", "/tide-low", "Tide low", MONDAY), item("43", "/other", "Other", MONDAY));
        poll(item("42", "/tide-high", "Tide high", MONDAY), item("43", "/other", "Other", MONDAY));

        assertThat(ids()).hasSize(2);
        assertThat(policy()).isEqualTo(IdentityBasis.GUID);
    }

    @Test
    void issuesOfOnePageUnderOneTitleAreArticlesOfTheirOwn() {
        poll(item("a", "/show", "News at five", MONDAY));
        poll(item("b", "/show", "News at five", TUESDAY));

        assertThat(ids()).hasSize(2);
    }

    @Test
    void afewGuidsThatAreMissingAreReasonEnough() {
        List<String> items = new ArrayList<>();
        for (int i = 0; i < 19; i++) {
            items.add(item("g" + i, "/" + i, "T" + i, MONDAY));
        }
        items.add(item(null, "/19", "T19", MONDAY));
        poll(items);
        assertThat(policy()).isEqualTo(IdentityBasis.GUID);

        items.set(0, item(null, "/0", "T0", MONDAY));
        poll(items);
        poll(items);

        assertThat(policy()).isEqualTo(IdentityBasis.LINK);
        assertThat(ids()).hasSize(20);
    }

    @Test
    void aFeedThatNeverHadGuidsMayBeginToHaveThem() {
        poll(item(null, "/1", "One", MONDAY));
        poll(item("g1", "/1", "One", MONDAY));
        poll(item("g1", "/1", "One, edited", MONDAY));

        assertThat(ids()).hasSize(1);
        assertThat(policy()).isEqualTo(IdentityBasis.GUID);
        assertThat(published.getLast().getTitle()).isEqualTo("One, edited");
    }

    @Test
    void aCopyWithALinkIsTheSameAsOneWithoutIfItIsOfTheSameWeek() {
        poll(item(null, null, "One", MONDAY), item(null, null, "Two", MONDAY));
        poll(item(null, "/1", "One", "2020-03-05"), item(null, "/2", "Two", MUCH_LATER));

        assertThat(ids()).hasSize(3);
        assertThat(published.get(2).getArticleId()).isEqualTo(published.get(0).getArticleId());
        assertThat(published.get(2).getIdentityBasis())
                .isEqualTo(IdentityBasis.CONTENT_FINGERPRINT);
    }

    @Test
    void aFeedThatMovesKeepsItsArticles() {
        poll(item("g", "/1", "One", MONDAY));
        feed = Feed.newBuilder(feed).setFeedUrl("https://new.example/atom").build();
        poll(item("g", "/1", "One", MONDAY), item("h", "/2", "Two", MONDAY));

        assertThat(published).extracting(RawArticle::getTitle).containsExactly("One", "Two");
    }

    @Test
    void theOperatorsWordIsTheLast() {
        feed = Feed.newBuilder(feed).setIdentityPolicy(IdentityBasis.LINK).build();
        poll(item("g", "/1", "One", MONDAY));
        poll(item("h", "/1", "One, edited", MONDAY));

        assertThat(ids()).hasSize(1);
        assertThat(published.getFirst().getIdentityBasis()).isEqualTo(IdentityBasis.LINK);
    }

    private void poll(String... items) {
        poll(List.of(items));
    }

    private void poll(List<String> items) {
        String rss =
                "<rss version=\"2.0\"><channel><title>S</title><link>https://feed.example/</link>"
                        + String.join("", items)
                        + "</channel></rss>";
        KnownFeed known = KnownFeed.of(feed, state);
        Entered entered =
                bookkeeper.enter(
                        known,
                        visitor.read(
                                known.errand(),
                                rss.getBytes(StandardCharsets.UTF_8),
                                Optional.of("application/rss+xml")));
        assertThat(entered.letters()).isEmpty();
        published.addAll(entered.articles());
        state = entered.state();
    }

    private static String item(
            @Nullable String guid, @Nullable String path, String title, String date) {
        return "<item>"
                + (guid == null ? "" : "<guid isPermaLink=\"false\">" + guid + "</guid>")
                + (path == null ? "" : "<link>https://feed.example" + path + "</link>")
                + "<title>"
                + title
                + "</title><pubDate>"
                + date
                + "</pubDate>"
                + "<description>Text of "
                + title
                + ".</description></item>";
    }

    private Set<String> ids() {
        return published.stream().map(RawArticle::getArticleId).collect(Collectors.toSet());
    }

    private IdentityBasis policy() {
        return Optional.ofNullable(state)
                .map(FeedState::getIdentityPolicy)
                .orElse(IdentityBasis.UNKNOWN);
    }

    private static List<String> codes(RawArticle article) {
        return article.getQuality().stream().map(QualityFlag::getCode).toList();
    }
}
