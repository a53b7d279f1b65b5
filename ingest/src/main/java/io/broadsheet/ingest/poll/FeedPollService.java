package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.host.HostDoors;
import io.broadsheet.ingest.poll.host.HostRests;
import io.broadsheet.ingest.poll.hub.HubClient;
import io.broadsheet.ingest.poll.hub.HubNotes;
import io.broadsheet.ingest.poll.hub.HubRules;
import io.broadsheet.ingest.poll.hub.Unguessable;
import io.broadsheet.ingest.poll.visit.FeedReader;
import io.broadsheet.ingest.poll.visit.FeedVisitor;
import io.broadsheet.ingest.publish.Outages;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.web.fetch.SafeFetcher;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

/**
 * Polls the feeds of the source list. All instances form a group that shares out the hosts, so each
 * host is visited by one of them; a feed's state lies on Kafka, so any other can go on.
 */
public final class FeedPollService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(FeedPollService.class);

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);
    private static final Duration STOP_MAX = Duration.ofSeconds(20);

    private final PollConfig config;
    private final PollClients clients;
    private final DeadLetters letters;
    private final FeedReader reader;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final AtomicReference<Optional<Throwable>> failure =
            new AtomicReference<>(Optional.empty());
    private final AtomicReference<Optional<String>> obstacle =
            new AtomicReference<>(Optional.of("not connected to Kafka yet"));
    private final Thread thread;
    private Optional<PollMeters> meters = Optional.empty();
    private Instant looked = Instant.EPOCH;

    /**
     * @param letters writes dead letters, and has the clock
     * @param reader reads what servers send
     */
    public FeedPollService(
            PollConfig config, KafkaAccess kafka, DeadLetters letters, FeedReader reader) {
        this.config = config;
        this.clients = new PollClients(kafka, config.instance());
        this.letters = letters;
        this.reader = reader;
        this.thread = Thread.ofPlatform().name("ingest-feeds").unstarted(this::run);
    }

    /**
     * Reads by our own formats.
     *
     * @param claims where bodies too large for a record go
     */
    public static FeedReader formats(DeadLetters letters, ClaimStore claims) {
        return (sourceId, identityPolicy, document) ->
                new DocumentReader(
                                ReaderSettings.of(new SourceId(sourceId), letters.version())
                                        .withIdentityPolicy(identityPolicy),
                                claims,
                                letters.clock())
                        .parse(document);
    }

    @Override
    public String name() {
        return "feeds";
    }

    @Override
    public void start() {
        thread.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return failure.get();
    }

    @Override
    public Optional<String> notReady() {
        return failure().map(Throwable::toString).or(obstacle::get);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(new PollMeters(registry));
    }

    private void run() {
        try (SafeFetcher fetcher = SafeFetcher.open(config.egress())) {
            PollSession.Desk desk = desk(fetcher);
            while (!isClosed()) {
                pollUntilOutage(desk);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            if (!isClosed()) {
                failure.set(Optional.of(e));
                LOG.atError().setCause(e).log("feeds are no longer polled");
            }
        }
    }

    private PollSession.Desk desk(SafeFetcher fetcher) {
        PollConfig.Load load = config.load();
        InstantSource clock = letters.clock();
        var visitor =
                new FeedVisitor(fetcher, load.bodyBytesMax(), load.visitTimeMax(), reader, clock);
        var rests = new HostRests();
        Duration patience = load.visitTimeMax().dividedBy(2); // the rest is for the request itself
        var doors = new HostDoors(load.perHostMax(), patience, rests, clock);
        var hubs =
                new HubDesk.Workplace(
                        config.hub()
                                .map(terms ->
                                        new HubRules(
                                                terms, config.bounds(), rests, new Unguessable())),
                        new HubNotes(config.bounds()),
                        new HubClient(fetcher, clock),
                        doors,
                        answer -> meters.ifPresent(counted -> counted.count(answer)));
        return new PollSession.Desk(config, visitor, hubs, clock);
    }

    /** An outage is waited for, as long as it takes: then all is read anew. */
    private void pollUntilOutage(PollSession.Desk desk) throws InterruptedException {
        try (PollSession session = clients.session(desk, letters)) {
            while (!isClosed()) {
                session.turn().forEach(this::count);
                obstacle.set(
                        session.hasLanes()
                                ? Optional.empty()
                                : Optional.of("no hosts of its own yet"));
                look(session);
            }
        } catch (KafkaException e) {
            if (!Outages.isOutage(e)) {
                throw e;
            }
            obstacle.set(Optional.of("Kafka is out: " + e));
            LOG.atWarn().addKeyValue("error", e.toString()).log("beginning to poll anew");
            var _ = closed.await(OUTAGE_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void count(Entered entered) {
        meters.ifPresent(counted -> entered.log().ifPresent(counted::count));
    }

    private void look(PollSession session) {
        Instant now = letters.clock().instant();
        if (meters.isPresent() && Duration.between(looked, now).compareTo(LOOK_EVERY) >= 0) {
            looked = now;
            meters.get().feeds(session.conditions());
            meters.get().hubs(session.hubConditions());
        }
    }

    private boolean isClosed() {
        return closed.getCount() == 0;
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            if (thread.isAlive() && !thread.join(STOP_MAX)) {
                thread.interrupt();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
