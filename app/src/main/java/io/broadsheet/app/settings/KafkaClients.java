package io.broadsheet.app.settings;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.streams.StreamsConfig;

import java.util.List;
import java.util.stream.Stream;

/**
 * One kind of Kafka's clients, or several.
 *
 * @param prefix of the settings that are for it
 * @param definitions what Kafka says of them
 */
record KafkaClients(String prefix, List<ConfigDef> definitions) {

    private static final ConfigDef PRODUCER = ProducerConfig.configDef();
    private static final ConfigDef CONSUMER = ConsumerConfig.configDef();
    private static final ConfigDef ADMIN = AdminClientConfig.configDef();
    private static final ConfigDef STREAMS = StreamsConfig.configDef();

    /** The first prefix that a key has is its. */
    private static final List<KafkaClients> ALL =
            List.of(
                    of("kafka.producer.", PRODUCER),
                    of("kafka.consumer.", CONSUMER),
                    of("kafka.admin.", ADMIN),
                    of("kafka.streams.main.consumer.", CONSUMER),
                    of("kafka.streams.restore.consumer.", CONSUMER),
                    of("kafka.streams.global.consumer.", CONSUMER),
                    of("kafka.streams.consumer.", CONSUMER),
                    of("kafka.streams.producer.", PRODUCER),
                    of("kafka.streams.admin.", ADMIN),
                    of("kafka.streams.", STREAMS),
                    of(KafkaSettings.PREFIX, PRODUCER, CONSUMER, ADMIN, STREAMS));

    private static KafkaClients of(String prefix, ConfigDef... definitions) {
        return new KafkaClients(prefix, List.of(definitions));
    }

    /** How Kafka defines a setting, by each kind of client that knows it. */
    static List<ConfigKey> definitionsOf(String key) {
        return ALL.stream().filter(it -> key.startsWith(it.prefix)).findFirst().stream()
                .flatMap(it -> it.defining(key.substring(it.prefix.length())))
                .toList();
    }

    private Stream<ConfigKey> defining(String name) {
        return definitions.stream().flatMap(it -> Stream.ofNullable(it.configKeys().get(name)));
    }
}
