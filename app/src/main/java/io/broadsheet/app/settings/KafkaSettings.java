package io.broadsheet.app.settings;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.AbstractConfig;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Kafka's own settings, held against Kafka's own definitions before a client is made. What none of
 * them defines passes: plugins have settings of their own, and an environment may have others that
 * are called so.
 */
final class KafkaSettings {

    /** What all of them begin with. */
    static final String PREFIX = "kafka.";

    private static final String NAME = "settings";
    private static final Pattern RANGE = Pattern.compile("\\[(-?\\d*),?\\.\\.\\.,?(-?\\d*)]");

    private KafkaSettings() {}

    /**
     * What is wrong with them, a line for each; empty if nothing is.
     *
     * @param passedThrough settings under their prefixed names; others are not looked at
     */
    static List<String> problems(Map<String, String> passedThrough) {
        Map<String, String> given = new TreeMap<>(passedThrough);
        given.keySet().removeIf(key -> !key.startsWith(PREFIX));
        List<String> problems = new ArrayList<>();
        given.forEach((key, value) -> problem(key, value).ifPresent(problems::add));
        if (problems.isEmpty() && !given.isEmpty()) {
            together(given).ifPresent(problems::add);
        }
        return problems;
    }

    /** A setting for all clients is wrong if none that knows it can take it. */
    private static Optional<String> problem(String key, String value) {
        List<ConfigKey> known = KafkaClients.definitionsOf(key);
        boolean isTaken = known.isEmpty() || known.stream().anyMatch(it -> takes(it, value));
        return isTaken ? Optional.empty() : Optional.of(told(key, value, known.getFirst()));
    }

    private static boolean takes(ConfigKey key, String value) {
        try {
            Object parsed = ConfigDef.parseType(key.name, value, key.type);
            if (key.validator != null) {
                key.validator.ensureValid(key.name, parsed);
            }
            return true;
        } catch (ConfigException _) {
            return false;
        }
    }

    private static String told(String key, String value, ConfigKey defined) {
        boolean isSecret = defined.type == ConfigDef.Type.PASSWORD;
        String shown = isSecret ? new Secret(value).toString() : value;
        return "%s = %s: must be %s".formatted(key, shown, wanted(defined));
    }

    private static String wanted(ConfigKey defined) {
        String kind =
                switch (defined.type) {
                    case BOOLEAN -> "true or false";
                    case SHORT, INT, LONG -> "a whole number";
                    case DOUBLE -> "a number";
                    case LIST -> "a list with commas";
                    case CLASS -> "the name of a class that is there";
                    case STRING, PASSWORD -> "text";
                };
        return defined.validator == null ? kind : kind + bounds(defined.validator.toString());
    }

    /** Kafka's {@code [0,...]} in words; what else it says is left as it is. */
    private static String bounds(String validator) {
        Matcher range = RANGE.matcher(validator);
        if (!range.matches()) {
            return ", " + validator;
        }
        String least = range.group(1);
        String most = range.group(2);
        if (least.isEmpty()) {
            return " of " + most + " at most";
        }
        return most.isEmpty() ? " of " + least + " at least" : " from " + least + " to " + most;
    }

    /** Each for itself is right; clients also refuse what does not go together. */
    private static Optional<String> together(Map<String, String> settings) {
        var registry = SchemaRegistry.open(Map.of(RegistrySettings.URL, "mock://" + NAME));
        var access = new KafkaAccess("localhost:9092", registry, settings);
        return Stream.<Supplier<AbstractConfig>>of(
                        () -> new ProducerConfig(producer(access)),
                        () -> new ConsumerConfig(consumer(access)),
                        () -> new AdminClientConfig(access.adminProperties(NAME)))
                .flatMap(client -> refusal(client).stream())
                .findFirst();
    }

    private static Optional<String> refusal(Supplier<AbstractConfig> client) {
        try {
            AbstractConfig _ = client.get();
            return Optional.empty();
        } catch (ConfigException e) {
            return Optional.of("Kafka's settings do not go together: " + e.getMessage());
        }
    }

    private static Map<String, Object> producer(KafkaAccess access) {
        Map<String, Object> all = new HashMap<>(access.producerProperties(NAME));
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }

    private static Map<String, Object> consumer(KafkaAccess access) {
        Map<String, Object> all = new HashMap<>(access.consumerProperties(NAME, NAME));
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }
}
