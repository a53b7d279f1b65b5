package io.broadsheet.desk;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.avaje.jex.http.HttpResponseException;
import io.broadsheet.desk.articles.ArticlePages;
import io.broadsheet.desk.articles.ArticleShelf;
import io.broadsheet.desk.door.Door;
import io.broadsheet.desk.door.Hosts;
import io.broadsheet.desk.flow.FlowBoard;
import io.broadsheet.desk.flow.FlowPages;
import io.broadsheet.desk.flow.Ledger;
import io.broadsheet.desk.flow.Sampler;
import io.broadsheet.desk.images.ImagePages;
import io.broadsheet.desk.images.ImageShelf;
import io.broadsheet.desk.letters.LetterPages;
import io.broadsheet.desk.letters.LetterShelf;
import io.broadsheet.desk.live.EventStream;
import io.broadsheet.desk.operator.OperatorPages;
import io.broadsheet.desk.page.Assets;
import io.broadsheet.desk.page.Pages;
import io.broadsheet.desk.sources.SourcePages;
import io.broadsheet.desk.watch.Questions;
import io.broadsheet.desk.watch.Watch;
import io.broadsheet.operate.report.ToolFailure;
import io.broadsheet.runtime.http.EveryMethod;
import io.broadsheet.runtime.service.Service;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

import org.apache.kafka.common.KafkaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The operations page. Whoever only reads changes nothing; the cluster is asked, never stopped. */
public final class DeskService implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(DeskService.class);

    /** Larger than any form of ours. */
    private static final long REQUEST_BYTES_MAX = 64 * 1024;

    private final DeskConfig config;
    private final Watch watch;
    private final Sampler sampler;
    private final EventStream events;
    private final Jex server;
    private Optional<Jex.Server> running = Optional.empty();

    /**
     * @param config where it is, and who may do what
     * @param place what is around it
     */
    public DeskService(DeskConfig config, DeskPlace place) {
        this.config = config;
        var registry = place.kafka().registry();
        var ledger = new Ledger(registry);
        var articles = new ArticleShelf(registry);
        var images = new ImageShelf(registry);
        var letters = new LetterShelf(registry);
        this.watch =
                new Watch(
                        place.kafka(),
                        place.clock(),
                        List.of(ledger, articles, images, letters),
                        config.historyRecordsMax());
        this.sampler = new Sampler(place.kafka(), place.clock());
        var board = new FlowBoard(ledger, sampler, place.health(), letters::buriedOutside);
        this.events = new EventStream(watch, board, articles, letters);
        var door =
                new Door(new Hosts(config.host(), config.names()), config.token(), place.clock());
        var pages = new Pages(door, place.clock(), place.version());
        var questions = new Questions(place.kafka(), place.clock());
        this.server = server(config, door, pages);
        new Assets().addTo(server);
        new FlowPages(board, pages).addTo(server);
        new ArticlePages(articles, questions, pages).addTo(server);
        new SourcePages(articles, questions, pages).addTo(server);
        new ImagePages(images, pages).addTo(server);
        new LetterPages(letters, questions, pages, place.claims()).addTo(server);
        new OperatorPages(door, pages).addTo(server);
        events.addTo(server);
    }

    private static Jex server(DeskConfig config, Door door, Pages pages) {
        return Jex.create()
                .config(jex ->
                        jex.host(config.host())
                                .port(config.port())
                                .health(false)
                                .serverProvider(EveryMethod.of("GET", "POST"))
                                .maxRequestSize(REQUEST_BYTES_MAX))
                .filter(door::pass)
                .error(
                        ToolFailure.class,
                        (context, e) -> pages.failed(context, 503, String.valueOf(e.getMessage())))
                .error(
                        KafkaException.class,
                        (context, e) -> pages.failed(context, 503, "Kafka says: " + e.getMessage()))
                .error(
                        HttpResponseException.class,
                        (context, e) -> refused(context, e, door, pages))
                .error(RuntimeException.class, (context, e) -> broken(context, e, pages));
    }

    /** What has no route comes here without having passed the door. */
    private static void refused(Context context, HttpResponseException e, Door door, Pages pages) {
        Door.dress(context);
        if (door.isOurs(context) && context.method().equals("GET")) {
            pages.failed(context, e.status(), String.valueOf(e.getMessage()));
        } else {
            context.writeEmpty(e.status());
        }
    }

    private static void broken(Context context, RuntimeException e, Pages pages) {
        LOG.atError().setCause(e).addKeyValue("path", context.path()).log("a page failed");
        pages.failed(context, 500, "This page has a defect; the log tells more.");
    }

    @Override
    public String name() {
        return "desk";
    }

    @Override
    public void start() {
        watch.start();
        sampler.start();
        try {
            Jex.Server started = server.start();
            running = Optional.of(started);
            LOG.atInfo().addKeyValue("port", started.port()).log("the desk is open");
        } catch (IllegalStateException | UncheckedIOException e) {
            throw new ToolFailure(
                    "the desk cannot listen on %s:%d (%s); give another desk.port, or DESK_PORT"
                            .formatted(config.host(), config.port(), e.getMessage()),
                    e);
        }
    }

    /** Where it is; empty before the start. */
    public Optional<String> url() {
        return running.map(it -> "http://%s:%d/".formatted(config.host(), it.port()));
    }

    /** The port it listens on; empty before the start. */
    public Optional<Integer> port() {
        return running.map(Jex.Server::port);
    }

    @Override
    public Optional<Throwable> failure() {
        return watch.failure().or(sampler::failure);
    }

    @Override
    public Optional<String> notReady() {
        return watch.notReady().or(sampler::notReady);
    }

    @Override
    public void bindTo(MeterRegistry meters) {
        Gauge.builder("broadsheet.desk.records", watch, Watch::seen)
                .description("records that the desk has read")
                .register(meters);
        Gauge.builder("broadsheet.desk.unreadable", watch, Watch::unreadable)
                .description("records that the desk could not read by any schema")
                .register(meters);
    }

    @Override
    public void close() {
        events.close();
        running.ifPresent(Jex.Server::shutdown);
        running = Optional.empty();
        sampler.close();
        watch.close();
    }
}
