package io.broadsheet.app.settings;

import io.broadsheet.runtime.kafka.KafkaAccess;
import io.broadsheet.runtime.settings.Secret;
import io.broadsheet.schemas.registry.RegistrySettings;
import io.broadsheet.schemas.registry.SchemaRegistry;

import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.config.ConfigDef;
import org.apache.kafka.common.config.ConfigDef.ConfigKey;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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
    private static final String NOBODY = "localhost:9";
    private static final CloseOptions AT_ONCE = CloseOptions.timeout(Duration.ZERO);
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

    /**
     * Each for itself is right; only a client that is really made tells what does not go together,
     * and reads the keys and the login that it is given.
     */
    private static Optional<String> together(Map<String, String> settings) {
        var registry = SchemaRegistry.open(Map.of(RegistrySettings.URL, "mock://" + NAME));
        var access = new KafkaAccess(NOBODY, registry, settings);
        return Stream.<Runnable>of(
                        () -> new KafkaProducer<>(producer(access)).close(Duration.ZERO),
                        () -> new KafkaConsumer<>(consumer(access)).close(AT_ONCE),
                        () -> Admin.create(admin(access)).close(Duration.ZERO))
                .flatMap(client -> refusal(client).stream())
                .findFirst();
    }

    private static Optional<String> refusal(Runnable client) {
        try {
            client.run();
            return Optional.empty();
        } catch (KafkaException e) {
            return Optional.of("no client can be made of Kafka's settings: " + reasons(e));
        }
    }

    /** The outermost may say no more than that there is no client. */
    private static String reasons(KafkaException refused) {
        Throwable first = refused.getCause() == null ? refused : refused.getCause();
        return Stream.iterate(first, Objects::nonNull, Throwable::getCause)
                .map(Throwable::getMessage)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.joining(": "));
    }

    private static Map<String, Object> producer(KafkaAccess access) {
        Map<String, Object> all = unreached(access.producerProperties(NAME));
        all.put(ProducerConfig.KEY_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        all.put(ProducerConfig.VALUE_SERIALIZER_CLASS_CONFIG, ByteArraySerializer.class);
        return all;
    }

    private static Map<String, Object> consumer(KafkaAccess access) {
        Map<String, Object> all = unreached(access.consumerProperties(NAME, NAME));
        all.put(ConsumerConfig.KEY_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        all.put(ConsumerConfig.VALUE_DESERIALIZER_CLASS_CONFIG, ByteArrayDeserializer.class);
        return all;
    }

    private static Map<String, Object> admin(KafkaAccess access) {
        return unreached(access.adminProperties(NAME));
    }

    /** The settings may name brokers that are not up yet; nobody is to be asked here. */
    private static Map<String, Object> unreached(Map<String, Object> settings) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, NOBODY);
        return all;
    }
}
