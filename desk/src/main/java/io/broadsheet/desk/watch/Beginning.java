package io.broadsheet.desk.watch;

import io.broadsheet.operate.cluster.Cluster;
import io.broadsheet.operate.cluster.LogScan;
import io.broadsheet.operate.cluster.RecordVisitor.Next;
import io.broadsheet.schemas.Topics;

import org.apache.kafka.common.TopicPartition;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where reading begins: a bounded number of records before the end of each topic. So many records
 * of the raw topic and of the outcomes are not the same span of time. Raw records of which the
 * outcome is told before the outcomes that are read would be under way for ever, so they are left
 * out.
 */
final class Beginning {

    private static final String RAW = Topics.RAW.name();
    private static final String OUTCOMES = Topics.OUTCOMES.name();

    /**
     * So many outcomes say up to when all is decided: the first one alone may be of an article that
     * has waited long for its images.
     */
    private static final long LOOKED_AT_MAX = 100;

    /** And no more than this part of what is read of a partition. */
    private static final long LOOKED_AT_PART = 10;

    private final Cluster cluster;
    private final long recordsMax;
    private final Map<TopicPartition, Long> positions = new HashMap<>();

    /**
     * @param recordsMax how many records of each topic are read of what is there already
     */
    Beginning(Cluster cluster, long recordsMax) {
        this.cluster = cluster;
        this.recordsMax = recordsMax;
    }

    /** The offset that is read first of each partition of these topics, which are all there. */
    Map<TopicPartition, Long> of(Set<String> topics) {
        try (LogScan scan = cluster.scan()) {
            topics.forEach(topic -> begin(scan, cluster.partitions(topic)));
            if (topics.contains(RAW) && topics.contains(OUTCOMES)) {
                leaveOutDecided(scan);
            }
        }
        return Map.copyOf(positions);
    }

    private void begin(LogScan scan, List<TopicPartition> partitions) {
        Map<TopicPartition, Long> ends = scan.ends(partitions);
        long each = each(partitions);
        scan.begins(partitions)
                .forEach((partition, begin) ->
                        positions.put(
                                partition,
                                Math.max(begin, ends.getOrDefault(partition, 0L) - each)));
    }

    private long each(Collection<TopicPartition> partitions) {
        return Math.max(1, recordsMax / partitions.size());
    }

    /** An outcome has the time of its raw record, and the number of its partition. */
    private void leaveOutDecided(LogScan scan) {
        Map<TopicPartition, Long> raw = of(RAW);
        Map<TopicPartition, Long> outcomes = of(OUTCOMES);
        Map<Integer, Long> decided = decided(scan, outcomes);
        if (decided.isEmpty()) {
            return;
        }
        Map<TopicPartition, Long> undecided = new HashMap<>();
        for (TopicPartition partition : raw.keySet()) {
            Optional<Long> last =
                    raw.size() == outcomes.size()
                            ? Optional.ofNullable(decided.get(partition.partition()))
                            : decidedInAll(decided, outcomes.size());
            last.ifPresent(time -> undecided.put(partition, time + 1));
        }
        scan.since(undecided)
                .forEach((partition, offset) -> positions.merge(partition, offset, Math::max));
    }

    /** Who has an outcome in a partition that is read from its start is found in any case. */
    private static Optional<Long> decidedInAll(Map<Integer, Long> decided, int partitions) {
        return decided.size() == partitions
                ? decided.values().stream().min(Long::compare)
                : Optional.empty();
    }

    /** The time up to which the outcomes were told by then, of partitions read from their midst. */
    private Map<Integer, Long> decided(LogScan scan, Map<TopicPartition, Long> outcomes) {
        Map<TopicPartition, Long> from = new HashMap<>(outcomes);
        from.values().removeIf(offset -> offset == 0);
        if (from.isEmpty()) {
            return Map.of();
        }
        long enough = Math.clamp(each(outcomes.keySet()) / LOOKED_AT_PART, 1, LOOKED_AT_MAX);
        Map<Integer, Long> looked = new HashMap<>();
        Map<Integer, Long> times = new HashMap<>();
        scan.read(
                from,
                record -> {
                    times.merge(record.partition(), record.timestamp(), Math::max);
                    long count = looked.merge(record.partition(), 1L, Long::sum);
                    return count < enough ? Next.GO_ON : Next.LEAVE_PARTITION;
                });
        return times;
    }

    private Map<TopicPartition, Long> of(String topic) {
        Map<TopicPartition, Long> own = new HashMap<>(positions);
        own.keySet().removeIf(partition -> !partition.topic().equals(topic));
        return own;
    }
}
