package io.broadsheet.syndicate.stream;

import com.sun.net.httpserver.HttpExchange;

import io.avaje.jex.http.Context;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.syndicate.http.Permit;
import io.broadsheet.syndicate.http.Problem;
import io.broadsheet.syndicate.http.ProblemException;
import io.broadsheet.syndicate.tail.TopicTail;
import io.broadsheet.syndicate.tail.Window;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * {@code GET /articles/stream}: articles as server-sent events. All streams read from one memory of
 * the latest versions; who asks for more reads that from Kafka by a consumer of his own, first.
 */
public final class StreamDoor implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamDoor.class);
    private static final int COME_AGAIN_SECONDS = 5;

    private final StreamLimits limits;
    private final TopicTail latest;
    private final TopicTail revisions;
    private final ArticleForms forms;
    private final InstantSource clock;
    private final Semaphore streams;
    private final Semaphore catchUps;
    private final Set<EventWriter> writers = ConcurrentHashMap.newKeySet();
    private final ScheduledThreadPoolExecutor watch =
            new ScheduledThreadPoolExecutor(
                    1, Thread.ofPlatform().daemon().name("stream-watch").factory());
    private Optional<MeterRegistry> meters = Optional.empty();

    /**
     * @param latest version of each article
     * @param revisions all versions
     */
    public StreamDoor(
            StreamLimits limits,
            TopicTail latest,
            TopicTail revisions,
            ArticleForms forms,
            InstantSource clock) {
        this.limits = limits;
        this.latest = latest;
        this.revisions = revisions;
        this.forms = forms;
        this.clock = clock;
        this.streams = new Semaphore(limits.streamsMax());
        this.catchUps = new Semaphore(limits.catchUpsMax());
    }

    /** Begins to look after streams. */
    public void start() {
        long everyMillis = Math.clamp(limits.writeMax().toMillis() / 4, 10, 1_000);
        var _ =
                watch.scheduleWithFixedDelay(
                        () -> writers.forEach(it -> it.endIfLonger(limits.writeMax())),
                        everyMillis,
                        everyMillis,
                        TimeUnit.MILLISECONDS);
    }

    /** Measures streams and events. */
    public void bindTo(MeterRegistry registry) {
        meters = Optional.of(registry);
        Gauge.builder("broadsheet.syndicate.streams", writers, Set::size)
                .description("streams of events that are open")
                .register(registry);
    }

    /** Serves a request, until the stream ends. */
    public void serve(Context context) {
        StreamRequest request =
                StreamRequest.read(
                        Optional.ofNullable(context.uri().getRawQuery()).orElse(""),
                        Optional.ofNullable(context.header("Last-Event-ID")),
                        forms,
                        clock.instant());
        TopicTail tail = tail(request);
        if (!tail.isCaughtUp()) {
            Problem.busy("articles are still being read; come again", COME_AGAIN_SECONDS)
                    .answer(context);
        } else {
            try (Permit _ = Permit.of(streams).orElseThrow(StreamDoor::full)) {
                serve(context, request, tail);
            }
        }
    }

    private static ProblemException full() {
        return new ProblemException(
                Problem.busy("as many streams are open as may be; come again", COME_AGAIN_SECONDS));
    }

    private static ProblemException tooManyBehind() {
        return new ProblemException(
                Problem.busy(
                        "as many streams are catching up as may; come again", COME_AGAIN_SECONDS));
    }

    private TopicTail tail(StreamRequest request) {
        return switch (request.versions()) {
            case LATEST -> latest;
            case ALL -> revisions;
        };
    }

    private void serve(Context context, StreamRequest request, TopicTail tail) {
        Optional<Window.Place> place = inMemory(request, tail);
        if (place.isPresent()) {
            stream(context, request, tail, streamer -> streamer.stream(place.get()));
            return;
        }
        try (Permit permit = Permit.of(catchUps).orElseThrow(StreamDoor::tooManyBehind)) {
            stream(context, request, tail, streamer -> streamer.catchUp(permit::close));
        }
    }

    private static Optional<Window.Place> inMemory(StreamRequest request, TopicTail tail) {
        return switch (request.start()) {
            case StreamRequest.Start.Now _ -> Optional.of(tail.window().atEnd());
            case StreamRequest.Start.Since _ -> Optional.empty();
            case StreamRequest.Start.Behind(var positions) ->
                    tail.window().end().isAtLeast(positions)
                            ? tail.window().from(positions)
                            : Optional.empty();
        };
    }

    private void stream(
            Context context,
            StreamRequest request,
            TopicTail tail,
            Function<ArticleStreamer, Ending> work) {
        HttpExchange exchange = context.exchange();
        exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
        exchange.getResponseHeaders().set("Cache-Control", "no-store");
        // Proxies that know this header do not wait for more.
        exchange.getResponseHeaders().set("X-Accel-Buffering", "no");
        try {
            exchange.sendResponseHeaders(200, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var writer = new EventWriter(exchange.getResponseBody(), tail.log().letter());
        writers.add(writer);
        try {
            var streamer =
                    new ArticleStreamer(
                            request, tail, writer, limits.heartbeat(), this::countEvent);
            ended(work.apply(streamer));
        } finally {
            writers.remove(writer);
            exchange.close();
        }
    }

    private void countEvent(String type) {
        meters.ifPresent(it -> it.counter("broadsheet.syndicate.events", "type", type).increment());
    }

    private void ended(Ending ending) {
        meters.ifPresent(it ->
                it.counter("broadsheet.syndicate.streams.ended", "reason", ending.label())
                        .increment());
        LOG.atDebug().addKeyValue("reason", ending.label()).log("a stream ended");
    }

    @Override
    public void close() {
        watch.shutdownNow();
    }
}
