package io.broadsheet.app.command;

import io.broadsheet.app.settings.AllSettings;
import io.broadsheet.app.settings.ClusterSettings;
import io.broadsheet.operate.report.UserMistake;
import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.SettingValues;

import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import java.util.HashMap;
import java.util.Map;

/**
 * Which cluster a tool works on. What is said on the command line wins over the environment, and
 * that over the file; nothing said is where {@code broadsheet up} runs.
 */
final class ClusterOptions {

    @Mixin private final ConfigOption config = new ConfigOption();

    @Option(
            names = "--bootstrap-servers",
            paramLabel = "HOST:PORT",
            description = "brokers (default: localhost:9092, where `up` has its own)")
    private @Nullable String bootstrapServers;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "schema registry (default: http://localhost:8081)")
    private @Nullable String registry;

    /** Whether a cluster is named, here or in the environment, and not the default meant. */
    boolean isNamed() {
        return bootstrapServers != null
                || registry != null
                || config.file().isPresent()
                || System.getenv("BOOTSTRAP_SERVERS") != null;
    }

    /** All settings, with what these options say. */
    SettingValues settings() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        putIfSaid(environment, "BOOTSTRAP_SERVERS", bootstrapServers);
        putIfSaid(environment, "SCHEMA_REGISTRY_URL", registry);
        return AllSettings.read(config.file(), environment);
    }

    /** Where Kafka and the registry are; nothing is connected to yet. */
    KafkaAccess access() {
        return access(settings());
    }

    /** The same, of settings that were read already. */
    static KafkaAccess access(SettingValues settings) {
        try {
            return ClusterSettings.open(settings);
        } catch (ConfigException e) {
            throw new UserMistake(String.valueOf(e.getMessage()));
        }
    }

    private static void putIfSaid(
            Map<String, String> environment, String variable, @Nullable String said) {
        if (said != null) {
            environment.put(variable, said);
        }
    }
}
