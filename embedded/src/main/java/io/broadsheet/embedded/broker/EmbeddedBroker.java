package io.broadsheet.embedded.broker;

import io.broadsheet.embedded.machine.DirectoryLock;
import io.broadsheet.embedded.machine.EmbeddedStartException;
import io.broadsheet.embedded.machine.LoopbackPort;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Exit;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/**
 * A Kafka broker in this process, with its data in a directory of its own. It keeps topics, records
 * and offsets between runs, also on other ports and after a kill. Any Kafka client of this machine
 * can connect to it.
 *
 * <p>It is the production server: a fault of its own, such as a full disk, ends the process.
 */
public final class EmbeddedBroker implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedBroker.class);

    private final DirectoryLock lock;
    private final KafkaRaftServer server;
    private final int port;

    private EmbeddedBroker(DirectoryLock lock, KafkaRaftServer server, int port) {
        this.lock = lock;
        this.server = server;
        this.port = port;
    }

    /**
     * Starts a broker and waits until it serves.
     *
     * @param directory where its data is, made if missing
     * @param port of 127.0.0.1, or 0 for any free one
     * @throws EmbeddedStartException if the directory is in use or the port is taken, or if the
     *     broker itself does not start; nothing is left running then
     */
    public static EmbeddedBroker start(Path directory, int port) {
        DirectoryLock lock = DirectoryLock.take(directory);
        try {
            int brokerPort = LoopbackPort.claim(port, "broker");
            Exit.setHaltProcedure((status, _) -> halt(directory, status));
            KafkaRaftServer server = startServer(directory.resolve("log"), brokerPort);
            LOG.atInfo().addKeyValue("port", brokerPort).log("broker started");
            return new EmbeddedBroker(lock, server, brokerPort);
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** What clients connect to, {@code 127.0.0.1:<port>}. */
    public String bootstrapServers() {
        return LoopbackPort.HOST + ":" + port;
    }

    /** Stops the broker and gives its directory back. Closing twice is closing once. */
    @Override
    public void close() {
        try (lock) {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /**
     * Kafka itself says in its log only, which may be on the very disk that failed, why it ends.
     */
    private static void halt(Path directory, int status) {
        LOG.atError().log(BrokerEnd.words(directory));
        Runtime.getRuntime().halt(status);
    }

    private static KafkaRaftServer startServer(Path log, int port) {
        int controllerPort = LoopbackPort.claim(0, "controller");
        Properties properties = BrokerProperties.of(log, port, controllerPort);
        try {
            formatOnce(log);
            return startup(new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM));
        } catch (Exception e) {
            throw new EmbeddedStartException(
                    "The broker did not start on port %d with its data in %s: %s"
                            .formatted(port, log, e),
                    e);
        }
    }

    /** A broker that failed to start leaves threads behind that keep the JVM alive: stop them. */
    private static KafkaRaftServer startup(KafkaRaftServer server) {
        try {
            server.startup();
            return server;
        } catch (RuntimeException | Error e) {
            try {
                server.shutdown();
            } catch (RuntimeException suppressed) {
                e.addSuppressed(suppressed);
            }
            throw e;
        }
    }

    private static void formatOnce(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        try (var silent =
                new PrintStream(
                        OutputStream.nullOutputStream(), false, StandardCharsets.US_ASCII)) {
            new Formatter()
                    .setPrintStream(silent)
                    .setNodeId(BrokerProperties.NODE_ID)
                    .setClusterId(Uuid.randomUuid().toString())
                    .setDirectories(List.of(log.toString()))
                    .setMetadataLogDirectory(log.toString())
                    .setControllerListenerName(BrokerProperties.CONTROLLER_LISTENER)
                    .setReleaseVersion(MetadataVersion.latestProduction())
                    .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                    .run();
        }
    }
}
