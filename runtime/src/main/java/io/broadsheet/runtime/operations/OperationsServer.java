package io.broadsheet.runtime.operations;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.broadsheet.runtime.http.EveryMethod;
import io.broadsheet.runtime.service.Service;
import io.broadsheet.runtime.service.ServiceStack;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.Optional;
import java.util.TreeMap;

/**
 * Answers {@code /live}, {@code /ready} and {@code /metrics}, and the first two under the names
 * that Kubernetes uses.
 *
 * <p>Live means that no service has stopped by itself; it never asks Kafka, so that an outage there
 * restarts nothing here. Ready means that each service takes work. Everything is a GET and changes
 * nothing.
 */
public final class OperationsServer implements Service {

    private static final Logger LOG = LoggerFactory.getLogger(OperationsServer.class);
    private static final String OPEN_METRICS = "application/openmetrics-text";
    private static final String PLAIN_METRICS = "text/plain; version=0.0.4; charset=utf-8";

    private final ServiceStack services;
    private final PrometheusMeterRegistry meters;
    private final Jex server;
    private Optional<Jex.Server> running = Optional.empty();

    /**
     * @param config where it listens
     * @param services those that are asked
     * @param meters what {@code /metrics} prints
     */
    public OperationsServer(
            OperationsConfig config, ServiceStack services, PrometheusMeterRegistry meters) {
        this.services = services;
        this.meters = meters;
        this.server =
                Jex.create()
                        .config(jex ->
                                jex.host(config.host())
                                        .port(config.port())
                                        .health(false)
                                        .serverProvider(EveryMethod.of("GET")))
                        .get("/live", this::live)
                        .get("/livez", this::live)
                        .get("/healthz", this::live)
                        .get("/ready", this::ready)
                        .get("/readyz", this::ready)
                        .get("/metrics", this::metrics);
    }

    @Override
    public String name() {
        return "operations";
    }

    @Override
    public void start() {
        Jex.Server started = server.start();
        running = Optional.of(started);
        LOG.atInfo().addKeyValue("port", started.port()).log("health and metrics");
    }

    /** The port it listens on; empty before the start. */
    public Optional<Integer> port() {
        return running.map(Jex.Server::port);
    }

    /**
     * A server of ours that cannot listen throws at its start; later it does not stop by itself.
     */
    @Override
    public Optional<Throwable> failure() {
        return Optional.empty();
    }

    @Override
    public void close() {
        running.ifPresent(Jex.Server::shutdown);
        running = Optional.empty();
    }

    private void live(Context context) {
        answer(context, Service::failure);
    }

    private void ready(Context context) {
        answer(context, Service::notReady);
    }

    /** One line for each service, and 503 if there is an obstacle. */
    private void answer(Context context, Question question) {
        var lines = new TreeMap<String, String>();
        boolean well = true;
        for (Service service : services.services()) {
            Optional<?> obstacle = question.obstacle(service);
            lines.put(service.name(), obstacle.map(Object::toString).orElse("ok"));
            well &= obstacle.isEmpty();
        }
        var text = new StringBuilder();
        lines.forEach((name, state) -> text.append(name).append(": ").append(state).append('\n'));
        context.status(well ? 200 : 503).text(text.toString());
    }

    private void metrics(Context context) {
        String accepted = Optional.ofNullable(context.header("Accept")).orElse("");
        if (accepted.contains(OPEN_METRICS)) {
            String type = OPEN_METRICS + "; version=1.0.0; charset=utf-8";
            context.contentType(type).write(meters.scrape(type));
        } else {
            context.contentType(PLAIN_METRICS).write(meters.scrape(PLAIN_METRICS));
        }
    }

    /** What is asked of a service. */
    private interface Question {
        Optional<?> obstacle(Service service);
    }
}
