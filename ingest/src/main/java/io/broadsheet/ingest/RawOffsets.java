package io.broadsheet.ingest;

import java.util.BitSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Places on the raw topic, by partition: one bit for each offset from the first on, because a
 * transaction's end takes offsets too and so leaves gaps.
 */
public final class RawOffsets {

    /** The offsets of one partition. */
    private static final class Run {
        private final long first;
        private final BitSet bits = new BitSet();

        Run(long first) {
            this.first = first;
        }
    }

    private final Map<Integer, Run> byPartition = new TreeMap<>();
    private long count;

    /** Adds an offset; those of a partition come in ascending order. */
    void add(int partition, long offset) {
        Run run = byPartition.computeIfAbsent(partition, _ -> new Run(offset));
        run.bits.set(Math.toIntExact(offset - run.first));
        count++;
    }

    /** How many there are. */
    public long count() {
        return count;
    }

    /** Whether that record is one of ours. */
    public boolean contains(int partition, long offset) {
        Run run = byPartition.get(partition);
        if (run == null || offset < run.first) {
            return false;
        }
        long bit = offset - run.first;
        return bit < run.bits.length() && run.bits.get((int) bit);
    }

    /** The partitions that have any. */
    public Set<Integer> partitions() {
        return Set.copyOf(byPartition.keySet());
    }
}
