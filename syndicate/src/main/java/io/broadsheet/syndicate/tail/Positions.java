package io.broadsheet.syndicate.tail;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How far a topic was read: for each partition the offset that is next. As text it is the id of an
 * event: a letter for the topic, and the offsets in base 36, partition after partition, with dots
 * between them. Immutable.
 */
public final class Positions {

    private static final int RADIX = 36;
    private static final int PARTITIONS_MAX = 1_000;
    private static final Pattern TEXT = Pattern.compile("[a-z][0-9a-z]{1,12}(\\.[0-9a-z]{1,12})*");

    private final long[] next;

    private Positions(long[] next) {
        this.next = next;
    }

    /** At the beginning of no partition. */
    public static Positions none() {
        return new Positions(new long[0]);
    }

    /**
     * As {@link #text} wrote it; empty if it is no such text, or of another topic.
     *
     * @param topic its letter
     */
    public static Optional<Positions> parse(char topic, String text) {
        if (!TEXT.matcher(text).matches() || text.charAt(0) != topic) {
            return Optional.empty();
        }
        String[] words = text.substring(1).split("\\.", -1);
        if (words.length > PARTITIONS_MAX) {
            return Optional.empty();
        }
        return Optional.of(
                new Positions(
                        Arrays.stream(words).mapToLong(it -> Long.parseLong(it, RADIX)).toArray()));
    }

    /** The next offset of a partition; 0 of one that was not there yet. */
    public long of(int partition) {
        return partition < next.length ? next[partition] : 0;
    }

    /** How many partitions it knows. */
    public int partitions() {
        return next.length;
    }

    /** The same, further in one partition. */
    public Positions with(int partition, long offset) {
        long[] further = Arrays.copyOf(next, Math.max(next.length, partition + 1));
        further[partition] = offset;
        return new Positions(further);
    }

    /** Whether this is as far as another, or further, in each partition. */
    public boolean isAtLeast(Positions other) {
        int partitions = Math.max(next.length, other.next.length);
        for (int partition = 0; partition < partitions; partition++) {
            if (of(partition) < other.of(partition)) {
                return false;
            }
        }
        return true;
    }

    /**
     * As the id of an event.
     *
     * @param topic its letter
     */
    public String text(char topic) {
        var text = new StringBuilder().append(topic);
        for (int partition = 0; partition < Math.max(1, next.length); partition++) {
            text.append(partition == 0 ? "" : ".").append(Long.toString(of(partition), RADIX));
        }
        return text.toString();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Positions that && isAtLeast(that) && that.isAtLeast(this);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(Arrays.stream(next).sum());
    }

    @Override
    public String toString() {
        return Arrays.toString(next);
    }
}
