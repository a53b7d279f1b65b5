package io.broadsheet.enrich.image.service;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which hosts are this instance's: those whose requests come on a partition that it holds. So one
 * instance alone asks a host, for what is due again as for what was asked. Safe for any threads.
 */
final class Territory {

    private volatile Set<Integer> held = Set.of();
    private volatile int partitions;

    /**
     * What is held now.
     *
     * @param count how many partitions the topic has
     */
    void hold(Collection<TopicPartition> assigned, int count) {
        held = assigned.stream().map(TopicPartition::partition).collect(Collectors.toSet());
        partitions = count;
    }

    /** Whether requests with this key come here: by the rule of Kafka's own producers. */
    boolean includes(String key) {
        int count = partitions;
        if (count == 0) {
            return false;
        }
        int hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
        return held.contains(Utils.toPositive(hash) % count);
    }
}
