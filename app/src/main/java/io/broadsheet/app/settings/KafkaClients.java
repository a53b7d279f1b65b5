package io.broadsheet.app.settings;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.streams.StreamsConfig;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Which of Kafka's clients a prefix of settings is for. The first prefix that a key has is its. */
enum KafkaClients {
    PRODUCERS("kafka.producer.", ProducerConfig.configDef()),
    CONSUMERS("kafka.consumer.", ConsumerConfig.configDef()),
    ADMINS("kafka.admin.", AdminClientConfig.configDef()),
    MAIN_CONSUMERS("kafka.streams.main.consumer.", ConsumerConfig.configDef()),
    RESTORE_CONSUMERS("kafka.streams.restore.consumer.", ConsumerConfig.configDef()),
    GLOBAL_CONSUMERS("kafka.streams.global.consumer.", ConsumerConfig.configDef()),
    STREAMS_CONSUMERS("kafka.streams.consumer.", ConsumerConfig.configDef()),
    STREAMS_PRODUCERS("kafka.streams.producer.", ProducerConfig.configDef()),
    STREAMS_ADMINS("kafka.streams.admin.", AdminClientConfig.configDef()),
    STREAMS("kafka.streams.", StreamsConfig.configDef()),
    ALL(
            KafkaSettings.PREFIX,
            ProducerConfig.configDef(),
            ConsumerConfig.configDef(),
            AdminClientConfig.configDef(),
            StreamsConfig.configDef());

    private final String prefix;
    private final List<ConfigDef> definitions;

    KafkaClients(String prefix, ConfigDef... definitions) {
        this.prefix = prefix;
        this.definitions = List.of(definitions);
    }

    /** How Kafka defines a setting, by each kind of client that knows it. */
    static List<ConfigKey> definitionsOf(String key) {
        return of(key).stream()
                .flatMap(it -> it.defining(key.substring(it.prefix.length())))
                .toList();
    }

    private static Optional<KafkaClients> of(String key) {
        return Arrays.stream(values()).filter(it -> key.startsWith(it.prefix)).findFirst();
    }

    private Stream<ConfigKey> defining(String name) {
        return definitions.stream().flatMap(it -> Stream.ofNullable(it.configKeys().get(name)));
    }
}
