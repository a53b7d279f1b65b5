package io.broadsheet.embedded.broker;

import io.broadsheet.embedded.machine.LoopbackPort;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;

/** Kafka's settings for a single broker that shares its machine with a person. */
final class BrokerProperties {

    static final String CONTROLLER_LISTENER = "CONTROLLER";
    static final int NODE_ID = 1;

    /** For one node that is broker and controller at once. */
    private static final Map<String, String> SINGLE_NODE =
            Map.ofEntries(
                    Map.entry("process.roles", "broker,controller"),
                    Map.entry("node.id", Integer.toString(NODE_ID)),
                    Map.entry("controller.listener.names", CONTROLLER_LISTENER),
                    Map.entry(
                            "listener.security.protocol.map",
                            "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT"),
                    Map.entry("auto.create.topics.enable", "false"),
                    Map.entry("default.replication.factor", "1"),
                    Map.entry("offsets.topic.replication.factor", "1"),
                    Map.entry("offsets.topic.num.partitions", "1"),
                    Map.entry("transaction.state.log.replication.factor", "1"),
                    Map.entry("transaction.state.log.min.isr", "1"),
                    Map.entry("transaction.state.log.num.partitions", "1"),
                    Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                    Map.entry("share.coordinator.state.topic.min.isr", "1"),
                    Map.entry("share.coordinator.state.topic.num.partitions", "1"),
                    // Nobody else is going to join: do not wait for them.
                    Map.entry("group.initial.rebalance.delay.ms", "0"),
                    // After a kill, the session of the dead broker is waited for: 3 s, not 9.
                    Map.entry("broker.session.timeout.ms", "3000"),
                    Map.entry("broker.heartbeat.interval.ms", "500"),
                    // Kafka's week would forget the groups of a laptop left alone over a holiday.
                    Map.entry(
                            "offsets.retention.minutes",
                            Long.toString(Duration.ofDays(365).toMinutes())));

    /** Kafka's defaults are for a machine of its own: 128 MB for the cleaner alone. */
    private static final Map<String, String> FRUGAL =
            Map.ofEntries(
                    Map.entry("log.cleaner.dedupe.buffer.size", bytes(2 * 1024 * 1024)),
                    Map.entry("log.cleaner.threads", "1"),
                    Map.entry("log.index.size.max.bytes", bytes(1024 * 1024)),
                    Map.entry("num.network.threads", "2"),
                    Map.entry("num.io.threads", "4"),
                    Map.entry("background.threads", "2"),
                    Map.entry("num.recovery.threads.per.data.dir", "1"),
                    Map.entry("group.coordinator.threads", "1"),
                    Map.entry("share.coordinator.threads", "1"),
                    Map.entry("metric.reporters", ""),
                    // Two empty records a second otherwise, day and night.
                    Map.entry("metadata.max.idle.interval.ms", "5000"));

    private BrokerProperties() {}

    static Properties of(Path log, int port, int controllerPort) {
        String broker = "PLAINTEXT://" + LoopbackPort.HOST + ":" + port;
        String controller = LoopbackPort.HOST + ":" + controllerPort;
        var properties = new Properties();
        properties.putAll(SINGLE_NODE);
        properties.putAll(FRUGAL);
        properties.put("log.dirs", log.toString());
        properties.put("listeners", broker + "," + CONTROLLER_LISTENER + "://" + controller);
        properties.put("advertised.listeners", broker);
        properties.put("controller.quorum.voters", NODE_ID + "@" + controller);
        return properties;
    }

    private static String bytes(int count) {
        return Integer.toString(count);
    }
}
