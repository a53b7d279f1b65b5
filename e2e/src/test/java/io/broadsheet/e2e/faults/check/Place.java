package io.broadsheet.e2e.faults.check;

import io.broadsheet.v1.RecordRef;

import java.util.Comparator;

/**
 * Where a record lies.
 *
 * @param topic its topic
 * @param partition its partition
 * @param offset its offset
 */
public record Place(String topic, int partition, long offset) implements Comparable<Place> {

    private static final Comparator<Place> ORDER =
            Comparator.comparing(Place::topic)
                    .thenComparingInt(Place::partition)
                    .thenComparingLong(Place::offset);

    /** As the contract writes it. */
    public static Place of(RecordRef ref) {
        return new Place(ref.getTopic(), ref.getPartition(), ref.getOffset());
    }

    @Override
    public int compareTo(Place other) {
        return ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return topic + "-" + partition + "@" + offset;
    }
}
