package io.broadsheet.ingest.poll.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.ingest.feed.FeedHead;
import io.broadsheet.web.fetch.Hop;

import org.junit.jupiter.api.Test;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/** When a feed is asked for again, and where. */
class RulesTest {

    private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");
    private static final Duration HOUR = Duration.ofHours(1);

    private final Interval interval = new Interval(Bounds.USUAL);

    @Test
    void newItemsBringTheNextLookNearerAndSilenceFurtherAway() {
        assertThat(interval.afterItems(HOUR.multipliedBy(4), 10, 9)).isEqualTo(HOUR);
        assertThat(interval.afterItems(HOUR.multipliedBy(4), 10, 1)).isEqualTo(Duration.ofHours(2));
        assertThat(interval.afterItems(HOUR.multipliedBy(4), 10, 0)).isEqualTo(Duration.ofHours(5));
        assertThat(interval.afterSilence(Duration.ofHours(23))).isEqualTo(Duration.ofDays(1));
        assertThat(interval.afterItems(Bounds.USUAL.least(), 10, 9))
                .isEqualTo(Bounds.USUAL.least());
    }

    @Test
    void errorsLengthenTheIntervalAndNeverEndIt() {
        assertThat(interval.afterFailures(HOUR, 1)).isEqualTo(Duration.ofHours(2));
        assertThat(interval.afterFailures(HOUR, 3)).isEqualTo(Duration.ofHours(8));
        assertThat(interval.afterFailures(HOUR, 1_000_000)).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void thePublishersLongestWishIsHonouredUpToTheLongestInterval() {
        FeedHead head = head(Optional.of(Duration.ofHours(3)), List.of());
        assertThat(interval.wished(Optional.of(HOUR), Optional.of(head)))
                .isEqualTo(Duration.ofHours(3));
        assertThat(interval.wished(Optional.of(Duration.ofDays(365)), Optional.empty()))
                .isEqualTo(Duration.ofDays(1));
        assertThat(interval.wished(Optional.empty(), Optional.empty())).isZero();
    }

    @Test
    void quietHoursAreSleptThroughUnlessAllAreQuiet() {
        FeedHead quiet = head(Optional.empty(), List.of(3, 4, 5));
        assertThat(Interval.awake(NOW, Optional.of(quiet)))
                .isEqualTo(Instant.parse("2026-01-02T06:00:00Z"));
        FeedHead always = head(Optional.empty(), IntStream.range(0, 24).boxed().toList());
        assertThat(Interval.awake(NOW, Optional.of(always))).isEqualTo(NOW);
    }

    @Test
    void headersSayHowLongAnAnswerIsFresh() {
        assertThat(lifetime("cache-control", "public, max-age=600")).hasValue(ofMinutes(10));
        assertThat(lifetime("cache-control", "max-age=600, no-cache")).isEmpty();
        assertThat(lifetime("expires", "Fri, 02 Jan 2026 04:04:05 GMT")).hasValue(HOUR);
        assertThat(lifetime("expires", "0")).isEmpty();
        assertThat(lifetime("cache-control", "max-age=99999999999999")).isPresent();
        assertThat(
                        new Freshness(
                                        Map.of(
                                                "cache-control", List.of("max-age=600"),
                                                "age", List.of("540")),
                                        NOW)
                                .lifetime())
                .hasValue(ofMinutes(1));
    }

    @Test
    void retryAfterIsSecondsOrADate() {
        assertThat(retryAfter("120")).hasValue(ofMinutes(2));
        assertThat(retryAfter("Fri, 02 Jan 2026 04:04:05 GMT")).hasValue(HOUR);
        assertThat(retryAfter("Fri, 02 Jan 2026 02:04:05 GMT")).hasValue(Duration.ZERO);
        assertThat(retryAfter("soon")).isEmpty();
        assertThat(retryAfter("-5")).isEmpty();
    }

    @Test
    void aPermanentMoveIsBelievedAfterSevenDaysOfSayingTheSame() {
        Move first = Move.after(at("https://a.example/f"), moved(301, "https://b.example/f"), NOW);
        assertThat(first.url()).isEqualTo("https://a.example/f");
        assertThat(first.candidate()).isEqualTo("https://b.example/f");

        Instant later = NOW.plus(Duration.ofDays(7));
        assertThat(Move.after(first, moved(308, "https://b.example/f"), later).url())
                .isEqualTo("https://b.example/f");
        Move other = Move.after(first, moved(301, "https://c.example/f"), later);
        assertThat(other.url()).isEqualTo("https://a.example/f");
        assertThat(other.since()).isEqualTo(later);
        Move back = Move.after(first, List.of(hop("https://a.example/f", 200)), later);
        assertThat(back.candidate()).isNull();
    }

    @Test
    void temporaryMovesAreForgottenAndUpgradesBelievedAtOnce() {
        assertThat(Move.after(at("https://a.example/f"), moved(302, "https://b.example/"), NOW))
                .isEqualTo(at("https://a.example/f"));
        assertThat(Move.after(at("http://a.example/f"), moved(301, "https://a.example/f"), NOW))
                .isEqualTo(new Move("https://a.example/f", null, null));
    }

    @Test
    void startsAreSpreadEvenlyAndTheSameForAFeedEachTime() {
        long early =
                IntStream.range(0, 1_000)
                        .mapToDouble(i -> Spread.fraction("source-" + i))
                        .filter(fraction -> fraction < 0.5)
                        .count();
        assertThat(early).isBetween(430L, 570L);
        assertThat(Spread.fraction("a")).isEqualTo(Spread.fraction("a"));
        assertThat(Spread.jittered(HOUR, "a", NOW)).isBetween(HOUR, HOUR.plusMinutes(6));
    }

    @Test
    void aFeedIsSilentByItsOwnMeasure() {
        float busy = Rate.after(0, Optional.of(NOW.minus(HOUR)), 2, NOW);
        assertThat(busy).isEqualTo(48f);
        assertThat(Rate.silenceMax(busy)).isEqualTo(Duration.ofDays(1));
        assertThat(Rate.silenceMax(0.125f)).isEqualTo(Duration.ofDays(40));
        assertThat(Rate.after(3f, Optional.empty(), 20, NOW)).isEqualTo(3f);
        assertThat(Rate.now(48f, Optional.of(NOW.minus(Duration.ofDays(10))), NOW)).isEqualTo(0.1);
    }

    private static Duration ofMinutes(int minutes) {
        return Duration.ofMinutes(minutes);
    }

    private static Optional<Duration> lifetime(String header, String value) {
        return new Freshness(Map.of(header, List.of(value)), NOW).lifetime();
    }

    private static Optional<Duration> retryAfter(String value) {
        return new Freshness(Map.of("retry-after", List.of(value)), NOW).retryAfter();
    }

    private static Move at(String url) {
        return new Move(url, null, null);
    }

    private static List<Hop> moved(int status, String to) {
        return List.of(hop("https://a.example/f", status), hop(to, 200));
    }

    private static Hop hop(String url, int status) {
        return new Hop(url, OptionalInt.of(status), Duration.ZERO);
    }

    private static FeedHead head(Optional<Duration> ttl, List<Integer> quietHours) {
        return new FeedHead(null, null, null, List.of(), ttl, Optional.empty(), quietHours, false);
    }
}
