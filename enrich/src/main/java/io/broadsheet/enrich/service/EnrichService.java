package io.broadsheet.enrich.service;

import io.broadsheet.enrich.Enricher;
import io.broadsheet.enrich.topology.EnrichParts;
import io.broadsheet.enrich.topology.EnrichTopology;
import io.broadsheet.enrich.topology.EnrichWatch;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.ExecutionException;

/**
 * Raw articles to enriched ones, for as long as it is open. It waits for its topics and their
 * schemas, then runs {@link EnrichTopology} under {@code exactly_once_v2}.
 */
public final class EnrichService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(EnrichService.class);
    private static final Duration TOPICS_WAIT_MAX = Duration.ofSeconds(60);
    private static final Duration TOPICS_PAUSE = Duration.ofMillis(500);
    private static final Duration CLOSE_MAX = Duration.ofSeconds(20);

    private final EnrichConfig config;
    private final KafkaAccess kafka;
    private final EnrichParts parts;
    private final ThreadReplacement replacement;
    private final Thread starter;
    private volatile Optional<Throwable> startFailure = Optional.empty();
    private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
    private final RestoreWatch restores = new RestoreWatch();
    private final EnrichWatch watch;
    private @Nullable KafkaStreams streams;
    private @Nullable KafkaStreamsMetrics measured;
    private volatile boolean closed;

    /**
     * @param letters who buries, and by which clock
     * @param claims where payloads go that are too large for a record
     */
    public EnrichService(
            EnrichConfig config, KafkaAccess kafka, DeadLetters letters, ClaimStore claims) {
        this.config = config;
        this.kafka = kafka;
        this.watch = EnrichWatch.of(meters, letters.clock(), kafka.tracing());
        Enricher enricher = new Enricher(config.steps(), claims);
        this.parts =
                new EnrichParts(
                                kafka.registry(),
                                enricher::enrich,
                                config.checking(),
                                letters,
                                claims)
                        .with(config.steps().clustering())
                        .with(watch)
                        .with(config.commitInterval());
        restores.bindTo(meters);
        new StoreMeters(this::running).bindTo(meters);
        this.replacement = new ThreadReplacement(letters.clock());
        this.starter = Thread.ofVirtual().name("enrich-start").unstarted(this::startWhenReady);
    }

    @Override
    public String name() {
        return "enrich";
    }

    @Override
    public void start() {
        starter.start();
    }

    @Override
    public Optional<Throwable> failure() {
        return startFailure.or(replacement::failure);
    }

    /** Empty while threads run and have their partitions. */
    @Override
    public Optional<String> notReady() {
        return failure().map(Throwable::toString).or(this::stateIfNotRunning);
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters.add(registry);
    }

    private synchronized Optional<String> stateIfNotRunning() {
        if (streams == null) {
            return Optional.of(closed ? "closed" : "waiting for Kafka and its topics");
        }
        KafkaStreams.State state = streams.state();
        return state == KafkaStreams.State.RUNNING
                ? Optional.empty()
                : restores.told().or(() -> Optional.of("Kafka Streams is " + state));
    }

    private synchronized Optional<KafkaStreams> running() {
        return Optional.ofNullable(streams);
    }

    @Override
    public void close() {
        closed = true;
        starter.interrupt();
        KafkaStreams running;
        synchronized (this) {
            running = streams;
            streams = null;
            watch.lag().leave(this);
            if (measured != null) {
                measured.close();
            }
        }
        if (running != null && !running.close(CLOSE_MAX)) {
            LOG.atWarn().addKeyValue("seconds", CLOSE_MAX.toSeconds()).log("did not close in time");
        }
    }

    private void startWhenReady() {
        try {
            awaitTopics();
            startStreams();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (Throwable e) { // the thread's end: told to whoever watches the service
            if (!closed) {
                startFailure = Optional.of(e);
                LOG.atError().setCause(e).log("enrichment does not start");
            }
        }
    }

    private void awaitTopics() throws InterruptedException, ExecutionException {
        long giveUpNanos = System.nanoTime() + TOPICS_WAIT_MAX.toNanos();
        try (Admin admin = Admin.create(kafka.adminProperties("enrich-start"))) {
            Optional<String> problem = problem(admin);
            while (problem.isPresent()) {
                if (System.nanoTime() - giveUpNanos >= 0) {
                    throw new IllegalStateException(problem.get());
                }
                Thread.sleep(TOPICS_PAUSE);
                problem = problem(admin);
            }
        }
    }

    private Optional<String> problem(Admin admin) throws InterruptedException, ExecutionException {
        Optional<String> topics = RequiredTopics.problem(admin);
        return topics.isPresent() ? topics : RequiredTopics.schemaProblem(kafka.registry());
    }

    private synchronized void startStreams() {
        if (closed) {
            return;
        }
        Properties properties =
                StreamsProperties.of(
                        config, parts, kafka.streamsProperties(config.applicationId()));
        streams = new KafkaStreams(EnrichTopology.of(parts), new StreamsConfig(properties));
        streams.setUncaughtExceptionHandler(replacement);
        streams.setGlobalStateRestoreListener(restores);
        KafkaStreams started = streams;
        watch.lag().read(this, started::metrics);
        measured = new KafkaStreamsMetrics(streams);
        measured.bindTo(meters);
        streams.start();
    }
}
