package io.broadsheet.enrich.step.fingerprint;

import java.util.Arrays;

/**
 * The least number of each of {@link #BINS} bins, of all numbers that were put in: one-permutation
 * minwise hashing (Li, Owen and Zhang, 2012). The share of bins in which two sets have the same
 * least number is about the share of what they have in common. A bin that got none borrows from
 * another one, by a rule that is the same for all sets (Shrivastava, 2017).
 */
final class Minima {

    /** So that an estimate errs by 0.03 at most, mostly. */
    static final int BINS = 256;

    private static final int EMPTY = Integer.MAX_VALUE;
    private static final int BIN_SHIFT = Long.SIZE - 8;
    private static final int VALUE_SHIFT = BIN_SHIFT - Integer.SIZE + 1;

    private final int[] least = new int[BINS];

    Minima() {
        Arrays.fill(least, EMPTY);
    }

    /** Puts a well mixed number in. */
    void put(long number) {
        int bin = (int) (number >>> BIN_SHIFT);
        int value = (int) (number >>> VALUE_SHIFT) & EMPTY;
        if (value < least[bin]) {
            least[bin] = value;
        }
    }

    /** The least numbers once all are in; something must have been put in. */
    int[] settled() {
        int[] settled = least.clone();
        for (int bin = 0; bin < BINS; bin++) {
            if (settled[bin] == EMPTY) {
                settled[bin] = borrowed(bin);
            }
        }
        return settled;
    }

    private int borrowed(int bin) {
        int from = bin;
        for (int attempt = 1; least[from] == EMPTY; attempt++) {
            from = (int) (Mixing.both(bin, attempt) >>> BIN_SHIFT);
        }
        return least[from];
    }
}
