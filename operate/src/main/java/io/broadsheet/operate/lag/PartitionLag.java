package io.broadsheet.operate.lag;

import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * How far a group is behind on one partition.
 *
 * @param group the readers
 * @param partition what they read
 * @param committed the offset they go on from; empty if they have committed none here
 * @param end the offset behind the last committed record or marker
 * @param records how many records are unread at most: markers between them count, those behind the
 *     last one do not
 * @param age how long ago the next unread record was made; empty if all is read
 */
public record PartitionLag(
        String group,
        TopicPartition partition,
        OptionalLong committed,
        long end,
        long records,
        Optional<Duration> age) {}
