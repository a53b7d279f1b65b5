package io.broadsheet.e2e.faults.machine;

import io.broadsheet.embedded.registry.EmbeddedRegistry;

import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;

import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.Feature;
import org.apache.kafka.server.common.MetadataVersion;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * A broker with two doors and a registry, as the embedded default has them but for the second door:
 * what connects there is sent on to a wire, which can be cut.
 */
public final class BrokerMain {

    /** One broker, one copy, and no more memory than it needs. */
    private static final Map<String, String> SMALL =
            Map.ofEntries(
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    Map.entry("broker.session.timeout.ms", "3000"),
                    Map.entry("broker.heartbeat.interval.ms", "500"),
                    Map.entry("log.cleaner.dedupe.buffer.size", "2097152"),
                    Map.entry("log.cleaner.threads", "1"),
                    Map.entry("log.index.size.max.bytes", "1048576"),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("background.threads", "2"));

    private BrokerMain() {}

    /**
     * Runs until it is killed.
     *
     * @param arguments directory, and the ports of broker, second door, wire, controller, registry
     */
    public static void main(String[] arguments) throws Exception {
        Path log = Path.of(arguments[0]);
        var properties = new Properties();
        properties.putAll(SMALL);
        properties.putAll(settings(log, List.of(arguments).subList(1, 5)));
        format(log);
        var server = new KafkaRaftServer(KafkaConfig.fromProps(properties), Time.SYSTEM);
        server.startup();
        EmbeddedRegistry.start("127.0.0.1:" + arguments[1], Integer.parseInt(arguments[5]));
        server.awaitShutdown();
    }

    private static Map<String, String> settings(Path log, List<String> ports) {
        String host = "://127.0.0.1:";
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("node.id", "1"),
                Map.entry("log.dirs", log.toString()),
                Map.entry(
                        "listeners",
                        "DIRECT%s%s,WIRED%s%s,CONTROLLER%s%s"
                                .formatted(
                                        host,
                                        ports.get(0),
                                        host,
                                        ports.get(1),
                                        host,
                                        ports.get(3))),
                Map.entry(
                        "advertised.listeners",
                        "DIRECT%s%s,WIRED%s%s".formatted(host, ports.get(0), host, ports.get(2))),
                Map.entry("inter.broker.listener.name", "DIRECT"),
                Map.entry("controller.listener.names", "CONTROLLER"),
                Map.entry(
                        "listener.security.protocol.map",
                        "DIRECT:PLAINTEXT,WIRED:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.get(3)),
                Map.entry("auto.create.topics.enable", "false"));
    }

    private static void format(Path log) throws Exception {
        if (Files.exists(log.resolve("meta.properties"))) {
            return;
        }
        Files.createDirectories(log);
        new Formatter()
                .setPrintStream(System.out)
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .setDirectories(List.of(log.toString()))
                .setMetadataLogDirectory(log.toString())
                .setControllerListenerName("CONTROLLER")
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setSupportedFeatures(List.copyOf(Feature.PRODUCTION_FEATURES))
                .run();
    }
}
