package io.broadsheet.ingest.poll.host;

import io.broadsheet.web.fetch.HopGate;
import io.broadsheet.web.url.RegistrableHost;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Lets so many requests at once to each registrable host, wherever they come from: a visit that a
 * redirect leads to another host leaves the one and waits at the other, and goes nowhere that wants
 * to be left alone. Who waits holds no other place, so nobody waits for ever. May be used by many
 * threads.
 */
public final class HostDoors {

    /** When to come again if a host was too busy: nobody has asked for a rest. */
    private static final Duration BUSY_PAUSE = Duration.ofMinutes(1);

    private final int perHostMax;
    private final Duration patience;
    private final HostRests rests;
    private final InstantSource clock;
    private final Map<String, Door> doors = new ConcurrentHashMap<>();

    /**
     * @param perHostMax requests to one registrable host at once
     * @param patience how long to wait at the end of a redirect
     */
    public HostDoors(int perHostMax, Duration patience, HostRests rests, InstantSource clock) {
        this.perHostMax = perHostMax;
        this.patience = patience;
        this.rests = rests;
        this.clock = clock;
    }

    /** What hosts have asked for. */
    public HostRests rests() {
        return rests;
    }

    /**
     * Waits for a place at the host of a URL, as long as it takes.
     *
     * @return to be closed at the end of the visit
     */
    public Pass enter(String url) throws InterruptedException {
        Pass pass = new Pass(hostOf(url));
        pass.enter();
        return pass;
    }

    private static String hostOf(String url) {
        return RegistrableHost.of(url).orElse(url);
    }

    /** The places of one host, for as long as somebody is there or waits. */
    private static final class Door {
        private final Semaphore places;
        private int visitors;

        Door(int places) {
            this.places = new Semaphore(places, true);
        }
    }

    private Semaphore come(String host) {
        return doors.compute(
                        host,
                        (_, known) -> {
                            Door door = known == null ? new Door(perHostMax) : known;
                            door.visitors++;
                            return door;
                        })
                .places;
    }

    private void go(String host) {
        doors.computeIfPresent(host, (_, door) -> --door.visitors == 0 ? null : door);
    }

    /**
     * Why a redirect was not followed.
     *
     * @param host where it leads
     * @param until when to come again
     * @param wished whether the host has asked for that; else it was busy with others of ours
     */
    public record TurnedAway(String host, Instant until, boolean wished) {

        /** In words for an operator. */
        public String why() {
            return wished
                    ? "it leads to %s, which wants a rest until %s".formatted(host, until)
                    : "it leads to %s, where too many others of ours are".formatted(host);
        }
    }

    /** The way of one visit through the doors; for one thread. */
    public final class Pass implements HopGate, AutoCloseable {

        private String host;
        private Optional<Semaphore> place = Optional.empty();
        private Optional<TurnedAway> turnedAway = Optional.empty();

        private Pass(String host) {
            this.host = host;
        }

        private void enter() throws InterruptedException {
            Semaphore places = come(host);
            boolean inside = false;
            try {
                places.acquire();
                inside = true;
                place = Optional.of(places);
            } finally {
                if (!inside) {
                    go(host);
                }
            }
        }

        private boolean enterSoon() throws InterruptedException {
            Semaphore places = come(host);
            boolean inside = false;
            try {
                inside = places.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS);
                place = inside ? Optional.of(places) : Optional.empty();
            } finally {
                if (!inside) {
                    go(host);
                }
            }
            return inside;
        }

        /** Changes hosts, if the redirect does. */
        @Override
        public Optional<String> await(String url) throws InterruptedException {
            String target = hostOf(url);
            if (!target.equals(host)) {
                close();
                host = target;
                turnedAway = obstacle();
            }
            return turnedAway.map(TurnedAway::why);
        }

        /** Looks again after the wait: somebody else may have been asked to go meanwhile. */
        private Optional<TurnedAway> obstacle() throws InterruptedException {
            Optional<TurnedAway> rest = rest();
            if (rest.isPresent()) {
                return rest;
            }
            return enterSoon()
                    ? rest()
                    : Optional.of(new TurnedAway(host, clock.instant().plus(BUSY_PAUSE), false));
        }

        private Optional<TurnedAway> rest() {
            return Optional.of(rests.until(host))
                    .filter(until -> until.isAfter(clock.instant()))
                    .map(until -> new TurnedAway(host, until, true));
        }

        /** Where it was turned away, if it was. */
        public Optional<TurnedAway> turnedAway() {
            return turnedAway;
        }

        /** Makes room for another. */
        @Override
        public void close() {
            place.ifPresent(places -> {
                places.release();
                go(host);
            });
            place = Optional.empty();
        }
    }
}
