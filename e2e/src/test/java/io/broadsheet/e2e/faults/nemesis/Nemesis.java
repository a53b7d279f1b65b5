package io.broadsheet.e2e.faults.nemesis;

import io.broadsheet.e2e.faults.machine.Child;
import io.broadsheet.e2e.faults.machine.CommitTrap;
import io.broadsheet.e2e.faults.machine.Fleet;
import io.broadsheet.e2e.faults.machine.HaltingInterceptor.Moment;
import io.broadsheet.e2e.faults.machine.Part;
import io.broadsheet.e2e.faults.machine.Wire;

import org.awaitility.Awaitility;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Breaks one thing after another, and mends it again. */
public final class Nemesis {

    /** Longer than the sessions of all services of the fleet. */
    private static final Duration TAKEOVER = Duration.ofSeconds(8);

    /** Longer than the sink waits for an answer of the database, which is 20 s. */
    private static final Duration CUT_OFF = Duration.ofSeconds(22);

    private static final Duration TRAP_MAX = Duration.ofSeconds(60);
    private static final int END_SECONDS_MAX = 30;
    private static final long SLOW_MILLIS = 2_000;
    private static final List<Part> ENRICHMENTS = List.of(Part.ENRICH_1, Part.ENRICH_2);
    private static final List<Part> SINKS = List.of(Part.SINK_1, Part.SINK_2);
    private static final List<List<Part>> WAVES =
            List.of(
                    List.of(Part.INGEST, Part.ENRICH_1, Part.SINK_1),
                    List.of(Part.CHECK_IMAGES, Part.ENRICH_2, Part.SINK_2));

    private final Fleet fleet;
    private final Random random;
    private final Duration outage;
    private final Map<Fault, Integer> done = new EnumMap<>(Fault.class);

    /**
     * @param outage how long something is away
     */
    public Nemesis(Fleet fleet, long seed, Duration outage) {
        this.fleet = fleet;
        this.random = new Random(seed);
        this.outage = outage;
    }

    /**
     * Injects a fault, and returns when it is mended.
     *
     * @return what it was in particular
     */
    public String inject(Fault fault) {
        int nth = done.merge(fault, 1, Integer::sum) - 1;
        pause(Duration.ofMillis(random.nextInt(1_500)));
        return switch (fault) {
            case K1 -> killed(Part.INGEST, Duration.ZERO);
            case K2 -> killed(one(ENRICHMENTS), nth % 4 == 3 ? TAKEOVER : Duration.ZERO);
            case K3 -> killed(Part.CHECK_IMAGES, Duration.ZERO);
            case K4 -> killed(one(SINKS), nth % 4 == 3 ? TAKEOVER : Duration.ZERO);
            case K5 -> halted(nth);
            case Z1 -> frozen(nth % 2 == 0 ? SINKS : ENRICHMENTS);
            case B1 -> brokerGone(Duration.ZERO);
            case B2 -> brokerGone(outage);
            case R1 -> registryGone();
            case D1 -> databaseKilled();
            case D2 -> databaseGone();
            case D3 -> databaseSlow();
            case D5 -> cutAtCommit(nth % 2 == 1);
            case N1 -> held("enrichment and broker", fleet.brokerWire(), outage);
            case N2 -> held("sink and database", fleet.databaseWire(one(SINKS)), CUT_OFF);
            case G2 -> restarted();
        };
    }

    private String killed(Part part, Duration away) {
        fleet.kill(part);
        pause(away);
        fleet.start(part);
        return away.isZero() ? part.name() : part + ", taken over";
    }

    private String halted(int nth) {
        boolean before = nth % 2 == 0;
        return nth % 4 < 2 ? haltedAtCommit(before) : haltedAtSend(before);
    }

    private String haltedAtCommit(boolean before) {
        Part sink = sinkAtWork();
        fleet.databaseWire(sink).trap(new CommitTrap.Set(before, () -> fleet.kill(sink)));
        awaitEnd(sink);
        fleet.start(sink);
        return sink + (before ? " before" : " after") + " the commit in the database";
    }

    private String haltedAtSend(boolean before) {
        Moment moment = before ? Moment.BEFORE_SEND : Moment.AFTER_ACKNOWLEDGEMENT;
        // Whichever has work falls into it first.
        ENRICHMENTS.forEach(part -> moment.lay(fleet.traps(part)));
        ENRICHMENTS.forEach(fleet::mayEnd);
        Awaitility.await("a trap to spring")
                .atMost(TRAP_MAX)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> ENRICHMENTS.stream().anyMatch(p -> !fleet.child(p).isAlive()));
        StringBuilder halted = new StringBuilder();
        for (Part part : ENRICHMENTS) {
            if (moment.clear(fleet.traps(part))) {
                fleet.mustStay(part);
            } else {
                // Its trap has sprung, though its process may take a moment to end.
                awaitEnd(part);
                fleet.start(part);
                halted.append(part).append(' ');
            }
        }
        return halted + moment.name();
    }

    private void awaitEnd(Part part) {
        Awaitility.await(part + " to fall into a trap")
                .atMost(TRAP_MAX)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !fleet.child(part).isAlive());
    }

    private String frozen(List<Part> pair) {
        Part part = pair.equals(SINKS) ? sinkAtWork() : one(pair);
        Child child = fleet.child(part);
        child.freeze();
        try {
            if (pair.equals(SINKS)) {
                Awaitility.await("takeover from " + part)
                        .atMost(Duration.ofSeconds(60))
                        .until(() -> partitionsOf(part) == 0);
            } else {
                pause(TAKEOVER);
            }
        } finally {
            child.thaw();
        }
        if (pair.equals(SINKS)) {
            // It finds out, gives up or ends, and is given partitions as a newcomer.
            Awaitility.await("return of " + part)
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> partitionsOf(part) > 0);
        }
        return part.name();
    }

    private String brokerGone(Duration away) {
        fleet.killBroker();
        pause(away);
        fleet.startBroker();
        return away.isZero() ? "at once" : away.toSeconds() + " s";
    }

    private String registryGone() {
        fleet.registryWire().refuse();
        pause(outage);
        fleet.registryWire().mend();
        return outage.toSeconds() + " s";
    }

    private String databaseKilled() {
        fleet.postgres().kill();
        fleet.postgres().start();
        return "at once";
    }

    private String databaseGone() {
        fleet.postgres().close();
        pause(outage);
        fleet.postgres().start();
        return outage.toSeconds() + " s";
    }

    private String databaseSlow() {
        SINKS.forEach(sink -> fleet.databaseWire(sink).slow(SLOW_MILLIS));
        pause(outage);
        SINKS.forEach(sink -> fleet.databaseWire(sink).mend());
        return SLOW_MILLIS + " ms each answer, " + outage.toSeconds() + " s";
    }

    private String cutAtCommit(boolean before) {
        Part sink = sinkAtWork();
        Wire wire = fleet.databaseWire(sink);
        wire.trap(new CommitTrap.Set(before, () -> {}));
        Awaitility.await("a commit of " + sink)
                .atMost(TRAP_MAX)
                .pollInterval(Duration.ofMillis(20))
                .until(() -> !wire.isTrapped());
        return sink + (before ? " before" : " after") + " the server had it";
    }

    private static String held(String what, Wire wire, Duration time) {
        wire.hold();
        pause(time);
        wire.mend();
        return what + ", " + time.toSeconds() + " s";
    }

    private String restarted() {
        List.of(Part.values()).forEach(fleet::awaitReady);
        for (List<Part> wave : WAVES) {
            List<Child> ending = wave.stream().map(fleet::terminate).toList();
            ending.forEach(Nemesis::awaitGoodEnd);
            wave.forEach(fleet::start);
            wave.forEach(fleet::awaitReady);
        }
        return "all";
    }

    private static void awaitGoodEnd(Child child) {
        try {
            if (!child.ended(END_SECONDS_MAX * 1_000L)) {
                throw new IllegalStateException("not ended in " + END_SECONDS_MAX + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (child.exitCode() != 0) {
            throw new IllegalStateException("told to end, it ended with " + child.exitCode());
        }
    }

    /** A sink that holds partitions of articles, and so commits again and again. */
    private Part sinkAtWork() {
        Part first = one(SINKS);
        Part second = first == Part.SINK_1 ? Part.SINK_2 : Part.SINK_1;
        Awaitility.await("a sink at work")
                .atMost(TRAP_MAX)
                .until(() -> partitionsOf(first) + partitionsOf(second) > 0);
        return partitionsOf(first) > 0 ? first : second;
    }

    private int partitionsOf(Part sink) {
        String sql =
                "SELECT count(*) FROM broadsheet.sink_partition WHERE owner = 'sink-%s' AND topic = '%s'"
                        .formatted(sink, "news.articles.enriched.v1");
        try (Connection connection = fleet.postgres().connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Part one(List<Part> parts) {
        return parts.get(random.nextInt(parts.size()));
    }

    private static void pause(Duration time) {
        if (time.isPositive()) {
            Awaitility.await()
                    .pollDelay(time)
                    .atMost(time.plusSeconds(30))
                    .pollInterval(Duration.ofMillis(10))
                    .until(() -> true);
        }
    }
}
