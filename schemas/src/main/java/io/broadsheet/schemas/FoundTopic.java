package io.broadsheet.schemas;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A topic as the broker has it.
 *
 * @param partitions how many
 * @param replicationFactor the lowest of its partitions
 * @param config its settings in force, defaults included
 */
record FoundTopic(int partitions, int replicationFactor, Map<String, String> config) {

    /** All that differs from the declaration, partitions first. */
    List<TopicDrift> driftFrom(Topic<?> declared, TopicProfile profile) {
        List<TopicDrift> drifts = new ArrayList<>();
        partitionDrift(declared, profile).ifPresent(drifts::add);
        if (replicationFactor < profile.replicationFactor()) {
            drifts.add(
                    new TopicDrift(
                            declared.name(),
                            "replication.factor",
                            Short.toString(profile.replicationFactor()),
                            Integer.toString(replicationFactor),
                            "reassign its partitions with kafka-reassign-partitions"));
        }
        new TreeMap<>(declaredConfig(declared, profile))
                .forEach((key, value) ->
                        configDrift(declared.name(), key, value).ifPresent(drifts::add));
        return drifts;
    }

    /** The settings a topic is created with. */
    static Map<String, String> declaredConfig(Topic<?> topic, TopicProfile profile) {
        Map<String, String> config = new TreeMap<>(topic.layout().config());
        // Said even where it is the default: a broker may have another.
        config.putIfAbsent("cleanup.policy", "delete");
        config.put("min.insync.replicas", Integer.toString(profile.minInSyncReplicas()));
        config.put("compression.type", "producer");
        config.put("message.timestamp.type", "CreateTime");
        return config;
    }

    private Optional<TopicDrift> partitionDrift(Topic<?> declared, TopicProfile profile) {
        int wanted = profile.partitions(declared.layout());
        if (partitions == wanted) {
            return Optional.empty();
        }
        // More partitions would send known keys elsewhere, fewer are impossible.
        return Optional.of(
                new TopicDrift(
                        declared.name(),
                        "partitions",
                        Integer.toString(wanted),
                        Integer.toString(partitions),
                        "keys would move: keep it if all co-partitioned topics agree, else stop"
                                + " the services, let them drain and make the topic anew"));
    }

    private Optional<TopicDrift> configDrift(String topic, String key, String wanted) {
        String found = config.getOrDefault(key, "not set");
        return sameSetting(found, wanted)
                ? Optional.empty()
                : Optional.of(
                        new TopicDrift(
                                topic,
                                key,
                                wanted,
                                found,
                                "kafka-configs --alter --entity-type topics --entity-name "
                                        + topic
                                        + " --add-config '"
                                        + key
                                        + "="
                                        + (wanted.contains(",") ? "[" + wanted + "]" : wanted)
                                        + "'"));
    }

    /** Lists such as {@code compact,delete} mean the same in any order. */
    private static boolean sameSetting(String one, String other) {
        return elements(one).equals(elements(other));
    }

    private static List<String> elements(String setting) {
        return List.of(setting.split(",")).stream().map(String::strip).sorted().toList();
    }
}
