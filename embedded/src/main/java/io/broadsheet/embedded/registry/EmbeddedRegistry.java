package io.broadsheet.embedded.registry;

import io.avaje.jex.Jex;
import io.avaje.jex.http.Context;
import io.avaje.jex.http.HttpResponseException;
import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.embedded.machine.LoopbackPort;
import io.broadsheet.runtime.http.EveryMethod;

import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.util.regex.Pattern;

/**
 * A schema registry in this process, on the loopback address, with its state in a topic of a
 * broker. Clients of Confluent's, Apicurio's and Redpanda's registries can use it. Only one may run
 * on a broker at a time.
 */
public final class EmbeddedRegistry implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedRegistry.class);
    private static final Pattern LOOPBACK_ORIGIN =
            Pattern.compile("https?://(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final int BODY_BYTES_MAX = 512 * 1024;

    private final SchemaLog log;
    private final Jex.Server server;
    private final int port;

    private EmbeddedRegistry(SchemaLog log, Jex.Server server, int port) {
        this.log = log;
        this.server = server;
        this.port = port;
    }

    /**
     * Reads what the broker has kept and begins to serve.
     *
     * @param bootstrapServers of the broker that keeps its state
     * @param port of 127.0.0.1, or 0 for any free one
     * @throws EmbeddedStartException if the port is taken or the broker does not answer
     */
    public static EmbeddedRegistry start(String bootstrapServers, int port) {
        int claimed = LoopbackPort.claim(port, "registry");
        try {
            SchemaLog log = SchemaLog.open(bootstrapServers);
            return serve(log, claimed);
        } catch (KafkaException e) {
            throw new EmbeddedStartException(
                    "The registry cannot read its state from the broker %s: %s"
                            .formatted(bootstrapServers, e.getMessage()),
                    e);
        }
    }

    /** The base of all its paths, {@code http://127.0.0.1:<port>}. */
    public String url() {
        return "http://" + LoopbackPort.HOST + ":" + port;
    }

    /** Stops serving. What was answered is kept by the broker. Closing twice is closing once. */
    @Override
    public void close() {
        server.shutdown();
        log.close();
    }

    private static EmbeddedRegistry serve(SchemaLog log, int port) {
        try {
            var registry = new Registry(log);
            int schemas = registry.subjects(Visibility.VISIBLE).size();
            Jex.Server server = server(registry, port).start();
            LOG.atInfo()
                    .addKeyValue("port", port)
                    .addKeyValue("subjects", schemas)
                    .log("registry started");
            return new EmbeddedRegistry(log, server, port);
        } catch (RuntimeException | Error e) {
            log.close();
            throw e;
        }
    }

    /**
     * Any page that the user has open can send requests to the loopback address. Browsers say on
     * whose behalf whenever something would be changed.
     */
    private static void refuseForeignPages(Context context) {
        @Nullable String origin = context.header("Origin");
        if (origin != null && !LOOPBACK_ORIGIN.matcher(origin).matches()) {
            throw RefusedException.foreign("Pages of " + origin + " may not use this registry.");
        }
    }

    private static Jex server(Registry registry, int port) {
        return Jex.create()
                .config(config ->
                        config.host(LoopbackPort.HOST)
                                .port(port)
                                .health(false)
                                .serverProvider(EveryMethod.of("GET", "POST", "PUT", "DELETE"))
                                .maxRequestSize(BODY_BYTES_MAX))
                .before(EmbeddedRegistry::refuseForeignPages)
                .routing(new RegistryRoutes(registry))
                .error(
                        RefusedException.class,
                        (context, refused) ->
                                new Exchange(context)
                                        .refuse(
                                                refused.status(),
                                                refused.code(),
                                                String.valueOf(refused.getMessage())))
                .error(
                        HttpResponseException.class,
                        (context, failed) ->
                                new Exchange(context)
                                        .refuse(
                                                failed.status(),
                                                failed.status(),
                                                String.valueOf(failed.getMessage())))
                .error(
                        KafkaException.class,
                        (context, failed) -> {
                            LOG.atWarn().addKeyValue("error", failed).log("registry topic failed");
                            new Exchange(context)
                                    .refuse(500, 50001, "Error in the backend data store");
                        });
    }
}
