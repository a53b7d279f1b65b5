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
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.OutageLoop;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.web.fetch.SafeFetcher;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Polls the feeds of the source list. All instances form a group that shares out the hosts, so each
 * host is visited by one of them; a feed's state lies on Kafka, so any other can go on.
 */
public final class FeedPollService implements Service {

    private static final Duration OUTAGE_PAUSE = Duration.ofSeconds(2);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(10);

    private final PollConfig config;
    private final PollClients clients;
    private final DeadLetters letters;
    private final FeedReader reader;
    private final OutageLoop loop;
    private Optional<PollMeters> meters = Optional.empty();
    private MeterRegistry backend = new CompositeMeterRegistry();
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
        this.loop = new OutageLoop("ingest-feeds", OUTAGE_PAUSE, this::work);
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
        loop.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return loop.failure();
    }

    @Override
    public Optional<String> notReady() {
        return loop.notReady();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(new PollMeters(registry, letters.clock()));
        backend = registry;
    }

    /** After an outage all is read anew. */
    private void work(OutageLoop own) throws InterruptedException {
        try (SafeFetcher fetcher = SafeFetcher.open(config.egress());
                PollSession session = clients.session(desk(fetcher), letters)) {
            fetcher.bindTo(backend, name());
            while (!own.isClosed()) {
                session.turn().forEach(this::count);
                if (session.hasLanes()) {
                    own.clear();
                } else {
                    own.obstruct("no hosts of its own yet");
                }
                look(session);
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

    private void count(Entered entered) {
        meters.ifPresent(counted -> counted.count(entered));
    }

    private void look(PollSession session) {
        Instant now = letters.clock().instant();
        if (meters.isPresent() && Duration.between(looked, now).compareTo(LOOK_EVERY) >= 0) {
            looked = now;
            meters.get().feeds(session.conditions());
            meters.get().silence(session.silence());
            meters.get().hubs(session.hubConditions());
        }
    }

    @Override
    public void close() {
        loop.close();
    }
}
