package io.broadsheet.sink.store;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * The right to store a partition, until someone else claims it.
 *
 * @param partition which
 * @param topicId of the topic when its first record was stored
 * @param epoch counts the claims of this partition
 * @param nextOffset everything below is stored
 */
public record Claim(TopicPartition partition, Uuid topicId, long epoch, long nextOffset) {

    /** The same right, further on. */
    public Claim at(long offset) {
        return new Claim(partition, topicId, epoch, offset);
    }
}
