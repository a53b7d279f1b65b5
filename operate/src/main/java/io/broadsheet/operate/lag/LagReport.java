package io.broadsheet.operate.lag;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;

import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/**
 * How far groups are behind. Offsets alone cannot tell: behind the last record may lie transaction
 * markers, which no reader ever sees. So this reads on from where each group stands, and finds a
 * record, with its time, or the end. What it found it remembers for a minute, for who asks every
 * few seconds. For one thread.
 */
public final class LagReport {

    private static final Duration REMEMBERED = Duration.ofMinutes(1);

    private final Cluster cluster;
    private final Map<Spot, Look> looks = new HashMap<>();

    /**
     * @param cluster where the groups are
     */
    public LagReport(Cluster cluster) {
        this.cluster = cluster;
    }

    /** Every partition of every topic that the group has committed an offset of. */
    public List<PartitionLag> of(String group) {
        try (LogScan scan = cluster.scan()) {
            return of(group, scan);
        }
    }

    /**
     * The same for who asks again and again, and keeps a reader for it.
     *
     * @param scan in use by nobody else meanwhile
     */
    public List<PartitionLag> of(String group, LogScan scan) {
        Map<TopicPartition, Long> committed = committed(group);
        Map<TopicPartition, Long> from = new HashMap<>();
        topicsOf(committed.keySet())
                .forEach(topic -> cluster.partitions(topic).forEach(it -> from.put(it, 0L)));
        // A partition that is gone cannot be read on.
        committed.forEach(
                (partition, offset) -> from.computeIfPresent(partition, (same, start) -> offset));
        Map<TopicPartition, Long> ends = scan.ends(from.keySet());
        Map<TopicPartition, FirstUnread> unread = firstUnread(scan, from, ends);
        return from.keySet().stream()
                .sorted(
                        Comparator.comparing(TopicPartition::topic)
                                .thenComparingInt(TopicPartition::partition))
                .map(partition ->
                        lag(
                                group,
                                partition,
                                Optional.ofNullable(committed.get(partition)),
                                ends.getOrDefault(partition, 0L),
                                Optional.ofNullable(unread.get(partition))))
                .toList();
    }

    private record FirstUnread(long offset, Instant time) {}

    private record Spot(TopicPartition partition, long offset) {}

    private record Look(Instant at, long end, Optional<FirstUnread> found) {

        /** What was found stays the first; where nothing was, something may have come. */
        boolean isTrueUpTo(long endNow) {
            return found.isPresent() || end == endNow;
        }
    }

    private Map<TopicPartition, FirstUnread> firstUnread(
            LogScan scan, Map<TopicPartition, Long> from, Map<TopicPartition, Long> ends) {
        Instant now = cluster.clock().instant();
        looks.values().removeIf(look -> look.at().plus(REMEMBERED).isBefore(now));
        Map<TopicPartition, Long> unknown = new HashMap<>(from);
        unknown.entrySet()
                .removeIf(it -> {
                    Look look = looks.get(new Spot(it.getKey(), it.getValue()));
                    return look != null && look.isTrueUpTo(ends.getOrDefault(it.getKey(), 0L));
                });
        Map<TopicPartition, FirstUnread> read = read(scan, unknown);
        unknown.forEach((partition, offset) ->
                looks.put(
                        new Spot(partition, offset),
                        new Look(
                                now,
                                ends.getOrDefault(partition, 0L),
                                Optional.ofNullable(read.get(partition)))));
        Map<TopicPartition, FirstUnread> unread = new HashMap<>();
        from.forEach((partition, offset) ->
                Optional.ofNullable(looks.get(new Spot(partition, offset)))
                        .flatMap(Look::found)
                        .ifPresent(first -> unread.put(partition, first)));
        return unread;
    }

    private static Map<TopicPartition, FirstUnread> read(
            LogScan scan, Map<TopicPartition, Long> from) {
        Map<TopicPartition, FirstUnread> unread = new HashMap<>();
        scan.read(
                from,
                record -> {
                    unread.put(
                            new TopicPartition(record.topic(), record.partition()),
                            new FirstUnread(
                                    record.offset(), Instant.ofEpochMilli(record.timestamp())));
                    return Next.LEAVE_PARTITION;
                });
        return unread;
    }

    private PartitionLag lag(
            String group,
            TopicPartition partition,
            Optional<Long> committed,
            long end,
            Optional<FirstUnread> unread) {
        Instant now = cluster.clock().instant();
        return new PartitionLag(
                group,
                partition,
                committed.map(OptionalLong::of).orElse(OptionalLong.empty()),
                end,
                unread.map(first -> Math.max(1, end - first.offset())).orElse(0L),
                unread.map(first -> Duration.between(first.time(), now)));
    }

    private Map<TopicPartition, Long> committed(String group) {
        Map<TopicPartition, Long> committed = new HashMap<>();
        for (Map.Entry<TopicPartition, OffsetAndMetadata> entry :
                cluster.committed(group).entrySet()) {
            committed.put(entry.getKey(), entry.getValue().offset());
        }
        return committed;
    }

    private Set<String> topicsOf(Set<TopicPartition> partitions) {
        Set<String> topics = new TreeSet<>();
        partitions.forEach(partition -> topics.add(partition.topic()));
        topics.retainAll(cluster.topics());
        return topics;
    }
}
