package io.broadsheet.syndicate;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.runtime.http.EveryMethod;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.syndicate.feed.FeedDoor;
import io.broadsheet.syndicate.feed.Shelf;
import io.broadsheet.syndicate.form.ArticleForms;
import io.broadsheet.syndicate.http.Cors;
import io.broadsheet.syndicate.http.ProblemException;
import io.broadsheet.syndicate.stream.StreamDoor;
import io.broadsheet.syndicate.stream.StreamLimits;
import io.broadsheet.syndicate.tail.ArticleLog;
import io.broadsheet.syndicate.tail.TopicTail;
import io.broadsheet.syndicate.tail.TopicTail.Beginning;
import io.broadsheet.syndicate.tail.Window;
import io.micrometer.core.instrument.MeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.time.InstantSource;
import java.util.Optional;

/**
 * Articles for those without Kafka: streams of events, feeds, single articles. Everything is a GET
 * and changes nothing; every instance has all of it.
 */
public final class SyndicateService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(SyndicateService.class);

    private final TopicTail latest;
    private final TopicTail revisions;
    private final StreamDoor streams;
    private final FeedDoor feeds;
    private final Jex server;
    private Optional<Jex.Server> running = Optional.empty();

    /**
     * @param kafka where the articles are
     * @param clock the time
     */
    public SyndicateService(SyndicateConfig config, KafkaAccess kafka, InstantSource clock) {
        var forms = ArticleForms.all();
        var shelf = new Shelf(config.feeds().perSourceMax(), config.feeds().bytesMax());
        this.latest =
                new TopicTail(
                        ArticleLog.latest(kafka),
                        window(config.streams()),
                        Beginning.FIRST_RECORD,
                        shelf::take);
        this.revisions =
                new TopicTail(
                        ArticleLog.revisions(kafka),
                        window(config.streams()),
                        Beginning.NEXT_RECORD,
                        _ -> {});
        this.streams = new StreamDoor(config.streams(), latest, revisions, forms, clock);
        this.feeds = new FeedDoor(config.feeds(), config.publicUrl(), shelf, latest, forms);
        this.server = server(config, Cors.of(config.corsOrigins()));
    }

    private static Window window(StreamLimits limits) {
        return new Window(limits.windowEntriesMax(), limits.windowBytesMax());
    }

    private Jex server(SyndicateConfig config, Cors cors) {
        return Jex.create()
                .config(jex ->
                        jex.host(config.host())
                                .port(config.port())
                                .health(false)
                                .serverProvider(EveryMethod.of("GET", "OPTIONS")))
                .before(cors::allow)
                .error(ProblemException.class, SyndicateService::tell)
                .get("/", feeds::index)
                .get("/feed.json", feeds::json)
                .get("/feed.atom", feeds::atom)
                .get("/sources/{source}/feed.json", feeds::json)
                .get("/sources/{source}/feed.atom", feeds::atom)
                .get("/articles/stream", streams::serve)
                .get("/articles/{id}", feeds::article)
                .options("/articles/stream", cors::preflight)
                .options("/articles/{id}", cors::preflight)
                .options("/feed.json", cors::preflight)
                .options("/feed.atom", cors::preflight);
    }

    private static void tell(Context context, ProblemException exception) {
        exception.problem().answer(context);
    }

    @Override
    public String name() {
        return "syndicate";
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        streams.bindTo(meters);
        feeds.bindTo(meters);
    }

    @Override
    public void start() {
        latest.start();
        revisions.start();
        streams.start();
        Jex.Server started = server.start();
        running = Optional.of(started);
        LOG.atInfo().addKeyValue("port", started.port()).log("articles are handed out");
    }

    /** The port it listens on; empty before the start. */
    public Optional<Integer> port() {
        return running.map(Jex.Server::port);
    }

    @Override
    public Optional<Throwable> failure() {
        return latest.failure().or(revisions::failure);
    }

    @Override
    public Optional<String> notReady() {
        return latest.notReady().or(revisions::notReady);
    }

    @Override
    public void close() {
        // Streams end first, so that their readers are told.
        latest.close();
        revisions.close();
        running.ifPresent(Jex.Server::shutdown);
        running = Optional.empty();
        streams.close();
    }
}
