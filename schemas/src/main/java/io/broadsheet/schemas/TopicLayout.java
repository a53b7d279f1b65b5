package io.broadsheet.schemas;

import java.util.HashMap;
import java.util.Map;

/**
 * How a topic is laid out on the broker.
 *
 * @param partitions in production
 * @param devPartitions on the embedded default, where everything shares one machine
 * @param config topic settings under Kafka's own names, such as {@code cleanup.policy}
 */
public record TopicLayout(int partitions, int devPartitions, Map<String, String> config) {

    /** With the settings copied. */
    public TopicLayout {
        config = Map.copyOf(config);
    }

    static TopicLayout of(int partitions, int devPartitions, String... settings) {
        Map<String, String> config = new HashMap<>();
        for (int i = 0; i < settings.length; i += 2) {
            config.put(settings[i], settings[i + 1]);
        }
        return new TopicLayout(partitions, devPartitions, config);
    }
}
