package io.broadsheet.enrich.step.fingerprint;

/**
 * Counts for each of 64 positions in how many numbers its bit is set. The counters lie across
 * words, the first word holding the lowest bit of each, so that one number is added to all 64 at
 * once.
 */
final class BitMajority {

    private final long[] planes;
    private int added;

    /**
     * @param numbersMax how many numbers will be added at most
     */
    BitMajority(int numbersMax) {
        this.planes = new long[Integer.SIZE - Integer.numberOfLeadingZeros(numbersMax)];
    }

    void add(long number) {
        long carry = number;
        for (int plane = 0; carry != 0; plane++) {
            long next = planes[plane] & carry;
            planes[plane] ^= carry;
            carry = next;
        }
        added++;
    }

    /** The bits that are set in more than half of the numbers. */
    long majority() {
        long bits = 0;
        for (int bit = 0; bit < Long.SIZE; bit++) {
            bits |= 2 * count(bit) > added ? 1L << bit : 0;
        }
        return bits;
    }

    private int count(int bit) {
        int count = 0;
        for (int plane = 0; plane < planes.length; plane++) {
            count |= (int) (planes[plane] >>> bit & 1) << plane;
        }
        return count;
    }
}
