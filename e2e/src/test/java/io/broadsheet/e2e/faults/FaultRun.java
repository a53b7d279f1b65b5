package io.broadsheet.e2e.faults;

import io.broadsheet.e2e.faults.check.Accepted;
import io.broadsheet.e2e.faults.check.Checker;
import io.broadsheet.e2e.faults.check.Evidence;
import io.broadsheet.e2e.faults.check.Found;
import io.broadsheet.e2e.faults.check.Verdict;
import io.broadsheet.e2e.faults.machine.Fleet;
import io.broadsheet.e2e.faults.machine.Part;
import io.broadsheet.e2e.faults.nemesis.Fault;
import io.broadsheet.e2e.faults.nemesis.Nemesis;
import io.broadsheet.e2e.faults.nemesis.Plan;
import io.broadsheet.e2e.faults.offer.Expected;
import io.broadsheet.e2e.faults.offer.Offer;
import io.broadsheet.e2e.faults.offer.OfferGenerator;
import io.broadsheet.e2e.faults.reading.Decoder;
import io.broadsheet.e2e.faults.reading.LogReading;
import io.broadsheet.e2e.faults.reading.StoreReading;

import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run: start, load, faults and recoveries, drain, final reads, check, mend and replay. */
final class FaultRun implements AutoCloseable {

    private static final Duration RECOVERY_MAX = Duration.ofMinutes(3);
    private static final int RAW_PARTITIONS = 3;

    private final Options options;
    private final History history;
    private final Book book;
    private final ImageOrigin origin;
    private final Fleet fleet;
    private final StoreWatch store;
    private final Watch watch;
    private final Decoder decoder;
    private final List<Found.Slow> slow = new ArrayList<>();

    /**
     * How a run is made.
     *
     * @param directory for data, logs and history; made, and not deleted
     * @param seed of everything that is left to chance
     * @param perSecond offers
     * @param plan of the nemesis
     * @param timeMax after which no more faults are injected
     * @param slack by which a recovery may be slower than on an idle machine
     */
    record Options(
            Path directory, long seed, int perSecond, Plan plan, Duration timeMax, int slack) {}

    /**
     * How it went.
     *
     * @param injections faults that were injected
     * @param offers articles and bad documents that were offered
     * @param verdict the checker's
     * @param unreplayed what I9 complains of
     * @param samples that I7 was checked by
     */
    record Report(
            int injections, int offers, Verdict verdict, List<String> unreplayed, int samples) {

        @Override
        public String toString() {
            return "%d faults, %d samples%n%s%s"
                    .formatted(
                            injections,
                            samples,
                            verdict,
                            unreplayed.stream()
                                    .map(complaint -> "\nI9 " + complaint)
                                    .collect(Collectors.joining()));
        }
    }

    FaultRun(Options options) {
        this.options = options;
        Path directory = emptied(options.directory());
        history = new History(directory.resolve("history.jsonl"));
        history.add("seed", Map.of("seed", options.seed()));
        book = new Book(history);
        origin = new ImageOrigin();
        fleet = Fleet.start(directory);
        store = new StoreWatch(fleet.postgres());
        decoder = new Decoder(fleet.registryUrl());
        watch = new Watch(fleet, book, history);
    }

    /** Makes the run. */
    Report run() throws SQLException {
        for (Part part : Part.values()) {
            fleet.start(part);
        }
        watch.start();
        store.furnish();
        for (Part part : Part.values()) {
            fleet.awaitReady(part);
        }
        var generator = new OfferGenerator(options.seed(), origin.url());
        int injections;
        try (var load = new Load(generator, fleet.inbox(), book, fleet.bootstrapServers())) {
            load.start(options.perSecond());
            recover(load, "start", RECOVERY_MAX);
            injections = injectAll(load);
        }
        new Drain(fleet, store, book, watch).await();
        Evidence evidence = evidence();
        List<Accepted> offers = book.offers();
        Verdict verdict = Checker.check(offers, evidence);
        List<String> unreplayed = new Mending(fleet, store, decoder).unreplayed(offers, evidence);
        verdict.violations().forEach(v -> history.add("violation", Map.of("is", v.toString())));
        unreplayed.forEach(id -> history.add("violation", Map.of("is", "I9 " + id)));
        history.add("verdict", Map.of("counts", verdict.counts()));
        return new Report(injections, offers.size(), verdict, unreplayed, watch.samples());
    }

    private int injectAll(Load load) {
        var nemesis = new Nemesis(fleet, options.seed(), options.plan().outage());
        long end = System.nanoTime() + options.timeMax().toNanos();
        int injections = 0;
        for (Fault fault : options.plan().faults()) {
            if (System.nanoTime() - end >= 0) {
                return injections;
            }
            history.add("fault", Map.of("fault", fault.name(), "what", fault.text()));
            watch.during(fault);
            long began = System.nanoTime();
            String what = nemesis.inject(fault);
            long lasted = Duration.ofNanos(System.nanoTime() - began).toMillis();
            history.add("healed", Map.of("fault", fault.name(), "target", what, "millis", lasted));
            Duration max = fault.recoveryMax().multipliedBy(options.slack());
            long took = recover(load, fault + " " + what, max);
            say(
                    "%-3s %-48s broken %6d ms, recovered after %6d ms"
                            .formatted(fault, what, lasted, took));
            injections++;
        }
        return injections;
    }

    /** An article for each partition, offered after the fault, tells when all is well again. */
    private long recover(Load load, String after, Duration max) {
        long began = System.nanoTime();
        List<String> probes = load.probe(RAW_PARTITIONS).stream().map(FaultRun::idOf).toList();
        try {
            Awaitility.await("recovery from " + after)
                    .atMost(RECOVERY_MAX)
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> store.holds(probes));
        } catch (ConditionTimeoutException e) {
            slow.add(new Found.Slow("recovery from " + after, -1, max.toMillis()));
            throw e;
        }
        long took = Duration.ofNanos(System.nanoTime() - began).toMillis();
        history.add("recovered", Map.of("from", after, "millis", took));
        if (took > max.toMillis()) {
            slow.add(new Found.Slow("recovery from " + after, took, max.toMillis()));
        }
        return took;
    }

    private static String idOf(Offer probe) {
        return switch (probe.expected()) {
            case Expected.Article(String articleId, _) -> articleId;
            case Expected.Letter letter -> throw new IllegalStateException(letter.toString());
        };
    }

    private Evidence evidence() throws SQLException {
        List<Found.Slow> complaints = new ArrayList<>(slow);
        complaints.addAll(watch.ended());
        var course = new Evidence.Course(watch.passed(), complaints);
        Evidence.Log log = LogReading.read(fleet.bootstrapServers(), decoder);
        try (Connection connection = fleet.postgres().connect()) {
            return new Evidence(log, StoreReading.read(connection, "broadsheet"), course);
        }
    }

    static void say(String line) {
        System.out.println(line);
    }

    private static Path emptied(Path directory) {
        try {
            if (Files.exists(directory)) {
                try (Stream<Path> old = Files.walk(directory)) {
                    for (Path path : old.sorted((a, b) -> b.compareTo(a)).toList()) {
                        Files.delete(path);
                    }
                }
            }
            return Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try (history;
                origin;
                fleet;
                watch) {
            history.add("end", Map.of());
        }
    }
}
