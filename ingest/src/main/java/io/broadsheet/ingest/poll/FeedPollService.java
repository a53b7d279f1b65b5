package io.broadsheet.ingest.poll;

import io.broadsheet.ingest.document.DocumentReader;
import io.broadsheet.ingest.document.ReaderSettings;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.poll.books.Entered;
import io.broadsheet.ingest.poll.visit.FeedReader;
import io.broadsheet.ingest.poll.visit.FeedVisitor;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.schemas.registry.RegistryUnavailableException;
import io.broadsheet.web.fetch.SafeFetcher;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnsupportedVersionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.time.Instant;
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
            PollConfig.Load load = config.load();
            var visitor =
                    new FeedVisitor(
                            fetcher,
                            load.bodyBytesMax(),
                            load.visitTimeMax(),
                            reader,
                            letters.clock());
            var desk = new PollSession.Desk(config, visitor, letters.clock());
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
            if (!isOutage(e)) {
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
        }
    }

    /** What only somebody's hand can mend is no outage. To be fenced is: another begins anew. */
    private static boolean isOutage(KafkaException e) {
        return switch (e) {
            case RegistryUnavailableException _ -> true;
            case SerializationException _ -> false;
            case AuthenticationException _ -> false;
            case AuthorizationException _ -> false;
            case UnsupportedVersionException _ -> false;
            default -> true;
        };
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
