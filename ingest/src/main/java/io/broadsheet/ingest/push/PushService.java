package io.broadsheet.ingest.push;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.ingest.IngestMeters;
import io.broadsheet.ingest.identity.SourceId;
import io.broadsheet.ingest.publish.PromptProducer;
import io.broadsheet.runtime.claim.ClaimStore;
import io.broadsheet.runtime.failure.DeadLetters;
import io.broadsheet.runtime.http.EveryMethod;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.trace.TraceContext;
import io.broadsheet.schemas.CloudEventHeaders;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;

import org.apache.kafka.clients.producer.Producer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;

/**
 * {@code POST /articles}: articles as JSON or NDJSON, or a feed. {@code DELETE /articles?guid=G},
 * or {@code ?link=L} for an article that has no guid, withdraws the one of that name. It answers
 * 202 only once all replicas have what was sent; who gets 503 does not know and sends it again,
 * which does no harm, as what is the same is found unchanged.
 */
public final class PushService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(PushService.class);

    /** How old the figures of silent sources may be. */
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private static final String PROBLEM = "application/problem+json";

    private static final Set<String> TYPES =
            Set.of(
                    "application/json",
                    "application/x-ndjson",
                    "application/ndjson",
                    "application/jsonl",
                    "application/rss+xml",
                    "application/atom+xml",
                    "application/rdf+xml",
                    "application/feed+json",
                    "application/xml",
                    "text/xml");

    private final PushConfig config;
    private final Producer<byte[], byte[]> producer;
    private final PushDesk desk;
    private final Semaphore places;
    private final PushRates rates;
    private final InstantSource clock;
    private final Jex server;
    private final CompositeMeterRegistry registry = new CompositeMeterRegistry();
    private final IngestMeters meters;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread looking;
    private Optional<Jex.Server> running = Optional.empty();

    /**
     * @param letters has the clock and the version
     * @param claims where bodies too large for a record go
     */
    public PushService(
            PushConfig config, KafkaAccess kafka, DeadLetters letters, ClaimStore claims) {
        this.config = config;
        this.producer = PromptProducer.open(kafka, "broadsheet-ingest-push");
        this.meters = new IngestMeters(registry, name(), letters.clock());
        this.desk = new PushDesk(producer, kafka, letters, claims, meters);
        this.places = new Semaphore(config.inFlightMax());
        this.rates = new PushRates(config.perMinuteMax());
        this.clock = letters.clock();
        this.looking = Thread.ofVirtual().name("push-silence").unstarted(this::look);
        this.server =
                Jex.create()
                        .config(jex ->
                                jex.host(config.host())
                                        .port(config.port())
                                        .health(false)
                                        .serverProvider(EveryMethod.of("POST", "DELETE")))
                        .post("/articles", this::articles)
                        .delete("/articles", this::withdrawal);
    }

    @Override
    public String name() {
        return "push";
    }

    @Override
    public void start() {
        Jex.Server started = server.start();
        running = Optional.of(started);
        looking.start();
        LOG.atInfo().addKeyValue("port", started.port()).log("articles are taken");
    }

    /** The port it listens on; empty before the start. */
    public Optional<Integer> port() {
        return running.map(Jex.Server::port);
    }

    /** A server that cannot listen throws at its start; later it does not stop by itself. */
    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void bindTo(MeterRegistry backend) {
        registry.add(backend);
    }

    /** Nobody pushes while all are silent, so it is looked for without any request. */
    private void look() {
        try {
            do {
                meters.look(clock.instant());
            } while (!closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void articles(Context context) {
        inPlace(context, this::taken);
    }

    private void withdrawal(Context context) {
        inPlace(context, this::withdrawn);
    }

    /** As many at once as there is room for, of those who may, as often as they may. */
    private void inPlace(Context context, BiConsumer<Context, SourceId> work) {
        if (!places.tryAcquire()) {
            refuse(context, Problem.busy());
            return;
        }
        try {
            admitted(context).ifPresent(source -> work.accept(context, source));
        } finally {
            places.release();
        }
    }

    private Optional<SourceId> admitted(Context context) {
        Optional<PushTokens.Speaker> speaker =
                config.tokens().speaker(header(context, "Authorization"));
        if (speaker.isEmpty()) {
            context.header("WWW-Authenticate", "Bearer");
            refuse(context, Problem.unauthorized("send Authorization: Bearer and your token"));
            return Optional.empty();
        }
        Duration wait = rates.take(speaker.get().place(), clock.instant());
        if (wait.isPositive()) {
            refuse(context, Problem.tooOften(wait));
            return Optional.empty();
        }
        return Optional.of(speaker.get().source());
    }

    private void taken(Context context, SourceId source) {
        String contentType = header(context, "Content-Type");
        if (!TYPES.contains(bare(contentType))) {
            refuse(context, Problem.mediaType(contentType));
        } else {
            take(context, source, contentType);
        }
    }

    /** By the name that the article was sent under, so that nobody withdraws another's. */
    private void withdrawn(Context context, SourceId source) {
        String guid = Objects.requireNonNullElse(context.queryParam("guid"), "");
        String link = Objects.requireNonNullElse(context.queryParam("link"), "");
        if (guid.isBlank() == link.isBlank()) {
            refuse(context, Problem.malformed("name the article with guid=... or link=..."));
            return;
        }
        answer(context, desk.withdraw(source, guid, link, brought(context)));
    }

    private void take(Context context, SourceId source, String contentType) {
        byte[] body = body(context);
        if (body.length > config.bodyBytesMax()) {
            refuse(context, Problem.tooLarge(config.bodyBytesMax()));
            return;
        }
        answer(context, desk.take(source, new PushDesk.Sent(body, contentType), brought(context)));
    }

    private void answer(Context context, PushDesk.Taken taken) {
        switch (taken) {
            case PushDesk.Taken.Refused(Problem problem) -> refuse(context, problem);
            case PushDesk.Taken.Accepted(String json) -> answer(context, 202, json);
        }
    }

    /** One byte more than allowed, if there are more. */
    private byte[] body(Context context) {
        try {
            return context.bodyAsInputStream().readNBytes(config.bodyBytesMax() + 1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuse(Context context, Problem problem) {
        if (problem.retryAfterSeconds() > 0) {
            context.header("Retry-After", Integer.toString(problem.retryAfterSeconds()));
        }
        context.contentType(PROBLEM);
        count(problem.status());
        context.status(problem.status()).write(problem.json());
    }

    private void answer(Context context, int status, String json) {
        context.contentType("application/json");
        count(status);
        context.status(status).write(json);
    }

    private void count(int status) {
        Counter.builder("broadsheet.push.requests")
                .description("requests to push articles, by the answer")
                .tag("status", Integer.toString(status))
                .register(registry)
                .increment();
    }

    private static TraceContext brought(Context context) {
        return TraceContext.of(
                context.header(CloudEventHeaders.TRACEPARENT),
                context.header(CloudEventHeaders.TRACESTATE));
    }

    private static String header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).orElse("");
    }

    private static String bare(String contentType) {
        return contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        closed.countDown();
        running.ifPresent(Jex.Server::shutdown);
        running = Optional.empty();
        producer.close(Duration.ofSeconds(5));
    }
}
