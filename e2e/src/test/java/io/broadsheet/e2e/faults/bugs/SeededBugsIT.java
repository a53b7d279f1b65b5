package io.broadsheet.e2e.faults.bugs;

import static org.assertj.core.api.Assertions.assertThat;

import io.broadsheet.e2e.faults.bugs.Mishaps.Kind;
import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Verdict;
import io.broadsheet.e2e.faults.offer.Label;
import io.broadsheet.e2e.faults.offer.Offer;
import io.broadsheet.e2e.faults.offer.OfferGenerator;
import io.broadsheet.e2e.faults.reading.Tail;
import io.broadsheet.schemas.Topics;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Set;

/**
 * The checker is tested first: each seeded bug is caught within twelve mishaps of its kind, and the
 * same part without the bug is not accused.
 */
@Tag("faults")
class SeededBugsIT {

    private static final int MISHAPS_MAX = 12;
    private static final int OFFERS = 50;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Set<Label.Kind> GOOD =
            EnumSet.of(Label.Kind.GOOD, Label.Kind.DUPLICATE, Label.Kind.REVISION);

    @TempDir static Path shared;
    @TempDir Path directory;
    private static Bench bench;

    @BeforeAll
    static void start() {
        bench = new Bench(shared);
    }

    @AfterAll
    static void stop() {
        bench.close();
    }

    @BeforeEach
    void begin() throws Exception {
        bench.begin();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSinkWithoutABugIsNotAccusedHoweverOftenItIsKilled(long seed) throws Exception {
        assertThat(sunk(Bug.NONE, seed, Kind.KILL).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void aSinkWithoutABugIsNotAccusedHoweverOftenItIsFrozen(long seed) throws Exception {
        assertThat(sunk(Bug.NONE, seed, Kind.FREEZE).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b1ASinkThatReadsWhatIsNotCommittedStoresPhantoms(long seed) throws Exception {
        assertThat(sunk(Bug.READS_UNCOMMITTED, seed, Kind.KILL).broken()).containsKey("I4");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b2EnrichmentThatIsOnlyAtLeastOnceAnswersTwice(long seed) throws Exception {
        List<Accepted> offers;
        try (var upstream = new Upstream(bench);
                var enrich = new LooseEnrich(bench, directory)) {
            for (Offer offer : offers(seed, GOOD)) {
                upstream.ingest(offer);
            }
            offers = upstream.accepted();
            awaitOutcomes(OFFERS);
            enrich.kill();
            awaitOutcomes(OFFERS + 1);
        }
        FaultySink.runToEnd(bench, Bug.NONE, Mishaps.none());
        assertThat(bench.verdict(offers).broken()).containsKey("I2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b3ASinkThatCommitsItsOffsetsFirstLosesArticles(long seed) throws Exception {
        assertThat(sunk(Bug.OFFSETS_BEFORE_ROWS, seed, Kind.KILL).broken()).containsKey("I1");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b4ASinkWithoutAFenceWritesTwice(long seed) throws Exception {
        assertThat(sunk(Bug.NO_FENCE, seed, Kind.FREEZE).broken()).containsKey("I2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void enrichmentWithoutABugIsNotAccusedHoweverOftenItIsKilled(long seed) throws Exception {
        assertThat(enriched(Bug.NONE, seed).violations()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b5ASecondProducerBuriesTwice(long seed) throws Exception {
        assertThat(enriched(Bug.SECOND_PRODUCER, seed).violations())
                .anyMatch(violation ->
                        violation.invariant().equals("I2")
                                && violation.what().contains("dead letters for one cause"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b6ASinkThatGoesOnWhereKafkaSaysWritesTwice(long seed) throws Exception {
        assertThat(sunk(Bug.NO_SEEK, seed, Kind.KILL).broken()).containsKey("I2");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void b7HandlersAloneStoreAndBuryTheSame(long seed) throws Exception {
        List<Accepted> offers;
        try (var upstream = new Upstream(bench);
                var streams = new HandlerOnly(bench, directory)) {
            for (Offer offer : offers(seed, EnumSet.of(Label.Kind.GOOD))) {
                upstream.ingest(offer);
            }
            offers = upstream.accepted();
            awaitOutcomes(OFFERS);
            assertThat(streams).isNotNull();
        }
        FaultySink.runToEnd(bench, Bug.NONE, Mishaps.none());
        assertThat(bench.verdict(offers).broken()).containsKeys("I3", "I6");
    }

    private static Verdict sunk(Bug bug, long seed, Kind kind) throws Exception {
        List<Accepted> offers;
        try (var upstream = new Upstream(bench)) {
            for (Offer offer : offers(seed, GOOD)) {
                upstream.enrich(offer);
            }
            offers = upstream.accepted();
        }
        FaultySink.runToEnd(bench, bug, new Mishaps(seed, kind, MISHAPS_MAX));
        return bench.verdict(offers);
    }

    private static Verdict enriched(Bug bug, long seed) throws Exception {
        List<Accepted> offers;
        try (var upstream = new Upstream(bench)) {
            Iterator<Offer> bad =
                    offers(seed, EnumSet.of(Label.Kind.BAD_RECORD), OFFERS / 2).iterator();
            for (Offer good : offers(seed, EnumSet.of(Label.Kind.GOOD), OFFERS / 2)) {
                upstream.ingest(good);
                upstream.ingest(bad.next());
            }
            offers = upstream.accepted();
        }
        FaultyEnrich.runToEnd(bench, bug, new Mishaps(seed, Kind.KILL, MISHAPS_MAX));
        FaultySink.runToEnd(bench, Bug.NONE, Mishaps.none());
        return bench.verdict(offers);
    }

    private static List<Offer> offers(long seed, Set<Label.Kind> kinds) {
        return offers(seed, kinds, OFFERS);
    }

    private static List<Offer> offers(long seed, Set<Label.Kind> kinds, int count) {
        var generator = new OfferGenerator(seed, "");
        List<Offer> offers = new ArrayList<>();
        while (offers.size() < count) {
            generator.next().stream()
                    .filter(offer -> kinds.contains(offer.label().kind()))
                    .forEach(offers::add);
        }
        return offers.subList(0, count);
    }

    private static void awaitOutcomes(int count) {
        List<Object> seen = new ArrayList<>();
        try (var tail =
                new Tail(bench.servers(), List.of(Topics.OUTCOMES.name()), bench.starts())) {
            Awaitility.await()
                    .atMost(PATIENCE)
                    .until(() -> {
                        seen.addAll(tail.poll());
                        return seen.size() >= count;
                    });
        }
    }
}
