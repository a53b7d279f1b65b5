package io.broadsheet.sink.store;

import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;

/**
 * A partition as its broker has it.
 *
 * @param partition which
 * @param topicId the identity of the topic; another one under the same name is another log
 *     (KIP-516)
 * @param firstOffset the first offset still in the log
 */
public record LogStart(TopicPartition partition, Uuid topicId, long firstOffset) {}
