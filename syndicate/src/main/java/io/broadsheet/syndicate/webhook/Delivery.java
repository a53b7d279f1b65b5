package io.broadsheet.syndicate.webhook;

import io.broadsheet.v1.RecordRef;

import org.apache.kafka.common.TopicPartition;

import java.time.Instant;

/**
 * A message that is due.
 *
 * @param partition that it was read from
 * @param offset in it
 * @param message what is to be told
 * @param source the version that it tells of
 * @param dueAt since when
 */
record Delivery(
        TopicPartition partition, long offset, Message message, RecordRef source, Instant dueAt) {}
