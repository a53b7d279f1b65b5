package io.broadsheet.desk.flow;

import java.util.BitSet;
import java.util.OptionalLong;

/**
 * Which records of one partition of the raw topic were read, and of which the outcome is known: two
 * bits a record, for the latest four million, so at most a mebibyte.
 */
final class RawPartition {

    private static final int SPAN_MAX = 1 << 22;

    private final BitSet read = new BitSet();
    private final BitSet decided = new BitSet();
    private long base;

    RawPartition(long base) {
        this.base = base;
    }

    /** Whether it is counted for the first time. */
    boolean read(long offset) {
        return mark(read, offset);
    }

    /** Whether it is decided for the first time. */
    boolean decide(long offset) {
        return mark(decided, offset);
    }

    private boolean mark(BitSet bits, long offset) {
        if (offset < base) {
            return false;
        }
        if (offset - base >= SPAN_MAX) {
            forget(offset - base - SPAN_MAX / 2);
        }
        int bit = (int) (offset - base);
        boolean isNew = !bits.get(bit);
        bits.set(bit);
        return isNew;
    }

    private void forget(long count) {
        int gone = (int) Math.min(count, SPAN_MAX);
        shift(read, gone);
        shift(decided, gone);
        base += count;
    }

    private static void shift(BitSet bits, int gone) {
        BitSet rest = bits.get(gone, Math.max(gone, bits.length()));
        bits.clear();
        bits.or(rest);
    }

    /** How many were read and are not decided. */
    long underWay() {
        return open().cardinality();
    }

    /** The first of them. */
    OptionalLong oldestUnderWay() {
        int bit = open().nextSetBit(0);
        return bit < 0 ? OptionalLong.empty() : OptionalLong.of(base + bit);
    }

    private BitSet open() {
        BitSet open = (BitSet) read.clone();
        open.andNot(decided);
        return open;
    }
}
