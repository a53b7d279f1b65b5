package io.broadsheet.ingest.callback;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.ingest.callback.CallbackMeters.Outcome;
import io.broadsheet.runtime.http.EveryMethod;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.web.url.WebUrl;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/**
 * The door for hubs. It needs no feeds of its own: behind a balancer any instance answers for all.
 * It is found under the path of the callback's URL, and without it, as some proxies strip it.
 */
public final class HubCallbackService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(HubCallbackService.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final CallbackConfig config;
    private final StateReader reader;
    private final Tellers tellers;
    private final CallbackDesk desk;
    private final Semaphore places;
    private final Jex server;
    private Optional<CallbackMeters> meters = Optional.empty();
    private Optional<Jex.Server> running = Optional.empty();

    /**
     * @param clock the time
     */
    public HubCallbackService(CallbackConfig config, KafkaAccess kafka, InstantSource clock) {
        this.config = config;
        var book = new SubscriptionBook();
        this.reader = new StateReader(kafka, book);
        this.tellers = new Tellers(kafka);
        this.desk = new CallbackDesk(book, reader, tellers, config.terms().lease(), clock);
        this.places = new Semaphore(config.ear().inFlightMax());
        this.server = server();
    }

    private Jex server() {
        Jex jex =
                Jex.create()
                        .config(it ->
                                it.host(config.ear().host())
                                        .port(config.ear().port())
                                        .health(false)
                                        .serverProvider(EveryMethod.of("GET", "POST")))
                        .get("/{id}", this::question)
                        .post("/{id}", this::delivery);
        String path = WebUrl.parse(config.terms().callbackUrl()).map(WebUrl::path).orElse("/");
        return path.isEmpty() || path.equals("/")
                ? jex
                : jex.get(path + "/{id}", this::question).post(path + "/{id}", this::delivery);
    }

    @Override
    public String name() {
        return "hubs";
    }

    @Override
    public void start() {
        reader.start();
        Jex.Server started = server.start();
        running = Optional.of(started);
        LOG.atInfo().addKeyValue("port", started.port()).log("hubs are heard");
    }

    /** The port it listens on; empty before the start. */
    public Optional<Integer> port() {
        return running.map(Jex.Server::port);
    }

    @Override
    public Optional<Throwable> failure() {
        return reader.failure();
    }

    @Override
    public Optional<String> notReady() {
        return reader.notReady();
    }

    @Override
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(new CallbackMeters(registry));
    }

    private void question(Context context) {
        String query = context.exchange().getRequestURI().getRawQuery();
        HubQuestion question = HubQuestion.read(Optional.ofNullable(query).orElse(""));
        withPlace(context, () -> desk.answer(context.pathParam("id"), question));
    }

    private void delivery(Context context) {
        withPlace(context, () -> taken(context));
    }

    private Reply taken(Context context) throws InterruptedException {
        return desk.take(
                context.pathParam("id"),
                new CallbackDesk.Delivery() {
                    @Override
                    public Optional<String> signature() {
                        return header(context, "X-Hub-Signature");
                    }

                    @Override
                    public Optional<String> contentType() {
                        return header(context, "Content-Type");
                    }

                    @Override
                    public Optional<byte[]> body() {
                        return bytes(context);
                    }
                });
    }

    /** One byte more than allowed is looked for. */
    private Optional<byte[]> bytes(Context context) {
        try {
            byte[] read = context.bodyAsInputStream().readNBytes(config.bodyBytesMax() + 1);
            return Optional.of(read).filter(it -> it.length <= config.bodyBytesMax());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something that may have to wait. */
    private interface Work {

        Reply reply() throws InterruptedException;
    }

    private void withPlace(Context context, Work work) {
        if (!places.tryAcquire()) {
            answer(context, new Reply.Later(Outcome.UNAVAILABLE));
            return;
        }
        try {
            answer(context, work.reply());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            answer(context, new Reply.Later(Outcome.UNAVAILABLE));
        } finally {
            places.release();
        }
    }

    private void answer(Context context, Reply reply) {
        meters.ifPresent(counted -> counted.count(reply.outcome()));
        switch (reply) {
            case Reply.Echo(var _, String challenge) -> echo(context, challenge);
            case Reply.Noted _ -> context.writeEmpty(202);
            case Reply.NotOurs _ ->
                    // Gone tells a hub that it may forget the subscription (section 7).
                    context.writeEmpty(context.method().equals("POST") ? 410 : 404);
            case Reply.TooLarge _ -> context.writeEmpty(413);
            case Reply.Later _ -> {
                context.header("Retry-After", RETRY_AFTER_SECONDS);
                context.writeEmpty(503);
            }
        }
    }

    /** As bytes of no known kind, so that no browser makes anything of them (section 8.2). */
    private static void echo(Context context, String challenge) {
        context.header("X-Content-Type-Options", "nosniff");
        context.contentType("application/octet-stream");
        context.status(200).write(challenge);
    }

    private static Optional<String> header(Context context, String name) {
        return Optional.ofNullable(context.header(name)).filter(value -> !value.isBlank());
    }

    @Override
    public void close() {
        running.ifPresent(Jex.Server::shutdown);
        running = Optional.empty();
        reader.close();
        tellers.close();
    }
}
