package io.broadsheet.desk.watch;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

import java.util.Map;
import java.util.Set;

/**
 * Keeps something of the records of some topics, within a bound. Called by one thread; what it has
 * kept may be asked for by others.
 */
public interface Follower {

    /** The topics whose records it is shown, if they are there. */
    Set<String> topics();

    /** Called before the first record: where each partition is read from. */
    default void startsAt(Map<TopicPartition, Long> offsets) {}

    /**
     * Shown a record; records of a partition come in order, each once.
     *
     * @throws io.broadsheet.schemas.serde.AvroCorruptException if it cannot be read; it is counted
     *     and left out
     */
    void take(ConsumerRecord<byte[], byte[]> record);
}
