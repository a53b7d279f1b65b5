package io.broadsheet.ingest.poll.lane;

import org.apache.kafka.common.utils.Utils;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The partitions of the fetch requests that this instance has. A host belongs to the partition that
 * its name as a key leads to, so the group's assignment gives each host one owner.
 */
public final class Lanes {

    private final Map<Integer, Instant> openedAt = new HashMap<>();
    private int count;
    private boolean changed;

    /** More lanes are ours; they are worked on once {@link #open} is called. */
    void gained() {
        changed = true;
    }

    void lost(Collection<Integer> partitions) {
        openedAt.keySet().removeAll(partitions);
    }

    /** Whether lanes were gained that are not open yet. */
    public boolean awaitOpening() {
        return changed;
    }

    /**
     * All that is known about their feeds is up to date now.
     *
     * @param assigned the partitions we have
     * @param partitions how many there are in all
     */
    public void open(Set<Integer> assigned, int partitions, Instant now) {
        count = partitions;
        openedAt.keySet().retainAll(assigned);
        assigned.forEach(partition -> openedAt.putIfAbsent(partition, now));
        changed = false;
    }

    /** Since when a host is ours; empty if it is not. */
    public Optional<Instant> openedAt(String host) {
        return Optional.ofNullable(openedAt.get(partition(host)));
    }

    /** Whether a host is ours. */
    public boolean own(String host) {
        return openedAt.containsKey(partition(host));
    }

    /** How many we have. */
    public int size() {
        return openedAt.size();
    }

    /** As Kafka's producers place a key. */
    private int partition(String host) {
        byte[] key = host.getBytes(StandardCharsets.UTF_8);
        return count == 0 ? -1 : Utils.toPositive(Utils.murmur2(key)) % count;
    }
}
