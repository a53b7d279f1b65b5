package io.broadsheet.embedded;

import io.broadsheet.embedded.broker.EmbeddedBroker;
import io.broadsheet.embedded.machine.DirectoryLock;
import io.broadsheet.embedded.registry.EmbeddedRegistry;
import io.broadsheet.schemas.TopicAdmin;
import io.broadsheet.schemas.TopicProfile;
import io.broadsheet.schemas.TopicReport;
import io.broadsheet.schemas.Topics;
import io.broadsheet.schemas.contract.ContractSchemas;
import io.broadsheet.schemas.registry.HttpSchemaRegistry;
import io.broadsheet.schemas.registry.RegistrySettings;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import java.net.URI;
import java.util.Map;

/**
 * Broker, registry, topics and schemas of the contract, in this process and on one data directory.
 * A restart on the same directory, on the same ports or others, keeps all records, offsets and ids.
 */
public final class EmbeddedPlatform implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPlatform.class);

    /** New topics get their leaders within hundredths of a second. */
    private static final int RETRY_MILLIS = 10;

    private final DirectoryLock lock;
    private final EmbeddedBroker broker;
    private final EmbeddedRegistry registry;

    private EmbeddedPlatform(DirectoryLock lock, EmbeddedBroker broker, EmbeddedRegistry registry) {
        this.lock = lock;
        this.broker = broker;
        this.registry = registry;
    }

    /**
     * Starts all of it and waits until it can be used.
     *
     * @throws io.broadsheet.embedded.machine.EmbeddedStartException if the directory is in use, a
     *     port is taken, or something does not start; nothing is left running then
     */
    public static EmbeddedPlatform start(PlatformOptions options) {
        DirectoryLock lock = DirectoryLock.take(options.data());
        try {
            var broker =
                    EmbeddedBroker.start(options.data().resolve("kafka"), options.brokerPort());
            return withRegistry(lock, broker, options.registryPort());
        } catch (RuntimeException | Error e) {
            lock.close();
            throw e;
        }
    }

    /** What Kafka clients connect to, {@code 127.0.0.1:<port>}. */
    public String bootstrapServers() {
        return broker.bootstrapServers();
    }

    /** Base URL of the schema registry, for {@code schema.registry.url}. */
    public String registryUrl() {
        return registry.url();
    }

    /** Stops all of it and gives the directory back. Closing twice is closing once. */
    @Override
    public void close() {
        try (lock;
                broker) {
            registry.close();
        }
    }

    private static EmbeddedPlatform withRegistry(
            DirectoryLock lock, EmbeddedBroker broker, int registryPort) {
        try {
            var registry = EmbeddedRegistry.start(broker.bootstrapServers(), registryPort);
            var platform = new EmbeddedPlatform(lock, broker, registry);
            platform.furnishOrClose();
            return platform;
        } catch (RuntimeException | Error e) {
            broker.close();
            throw e;
        }
    }

    private void furnishOrClose() {
        try {
            furnish();
        } catch (RuntimeException | Error e) {
            registry.close();
            throw e;
        }
    }

    /** Makes what the contract needs; what is there already stays as it is. */
    private void furnish() {
        Map<String, Object> servers =
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        bootstrapServers(),
                        CommonClientConfigs.RETRY_BACKOFF_MS_CONFIG,
                        RETRY_MILLIS);
        try (Admin admin = Admin.create(servers)) {
            TopicReport report = TopicAdmin.ensure(admin, TopicProfile.DEV);
            LOG.atInfo()
                    .addKeyValue("created", report.created().size())
                    .addKeyValue("present", report.present().size())
                    .addKeyValue("drifts", report.drifts())
                    .log("topics ready");
        }
        var client = new HttpSchemaRegistry(RegistrySettings.of(URI.create(registryUrl())));
        var schemas = new ContractSchemas(client);
        Topics.ALL.forEach(schemas::register);
    }
}
