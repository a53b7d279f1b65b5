package io.broadsheet.operate.cluster;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Utils;
import org.jspecify.annotations.Nullable;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** The keys of records, which are UTF-8 text in every topic of the contract. */
public final class Keys {

    private Keys() {}

    /**
     * Where records of a key lie, as Kafka's own producers place them: murmur2 of the bytes.
     *
     * @param partitions all of the topic
     */
    public static TopicPartition partitionOf(String key, List<TopicPartition> partitions) {
        int hash = Utils.toPositive(Utils.murmur2(key.getBytes(StandardCharsets.UTF_8)));
        int partition = hash % partitions.size();
        return new TopicPartition(partitions.getFirst().topic(), partition);
    }

    /** The key as text, what is no UTF-8 replaced; null if there is none. */
    public static @Nullable String text(byte @Nullable [] key) {
        return key == null ? null : new String(key, StandardCharsets.UTF_8);
    }
}
