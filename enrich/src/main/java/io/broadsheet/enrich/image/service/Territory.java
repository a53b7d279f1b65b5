package io.broadsheet.enrich.image.service;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Which hosts are this instance's: those whose requests come on a partition that it holds. So one
 * instance alone asks a host, for what is due again as for what was asked. Safe for any threads.
 */
final class Territory {

    /**
     * Whoever held a partition before may have asked its hosts until the last moment, and they
     * count by the second.
     */
    static final Duration REST = Duration.ofSeconds(1);

    private volatile State state = new State(Map.of(), 0);

    /**
     * What is held.
     *
     * @param openNanos by partition, from which moment on its hosts may be asked
     * @param partitions of the topic
     */
    private record State(Map<Integer, Long> openNanos, int partitions) {

        Optional<Long> openNanos(String key) {
            if (partitions == 0) {
                return Optional.empty();
            }
            int hash = Utils.murmur2(key.getBytes(StandardCharsets.UTF_8));
            return Optional.ofNullable(openNanos.get(Utils.toPositive(hash) % partitions));
        }
    }

    /**
     * What is held now.
     *
     * @param count how many partitions the topic has
     * @param nowNanos of {@link System#nanoTime()}
     */
    void hold(Collection<TopicPartition> assigned, int count, long nowNanos) {
        Map<Integer, Long> open = new HashMap<>();
        for (TopicPartition held : assigned) {
            long since =
                    state.openNanos().getOrDefault(held.partition(), nowNanos + REST.toNanos());
            open.put(held.partition(), since);
        }
        state = new State(Map.copyOf(open), count);
    }

    /** Whether requests with this key come here: by the rule of Kafka's own producers. */
    boolean includes(String key) {
        return state.openNanos(key).isPresent();
    }

    /** From which moment on the host may be asked; empty if it is not ours. */
    Optional<Long> openNanos(String key) {
        return state.openNanos(key);
    }
}
