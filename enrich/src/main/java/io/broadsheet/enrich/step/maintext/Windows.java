package io.broadsheet.enrich.step.maintext;

/** Every run of so many characters of a text, to ask whether another text has the same. */
final class Windows {

    /** Long enough that two texts do not share one by chance. */
    static final int CHARS = 20;

    private static final long FACTOR = 1_000_003L;

    private final long[] table;

    private Windows(int size) {
        table = new long[Integer.highestOneBit(Math.max(16, size)) * 4];
    }

    static Windows of(String folded) {
        var windows = new Windows(folded.length());
        long top = 1;
        for (int i = 1; i < CHARS; i++) {
            top *= FACTOR;
        }
        long hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            if (i >= CHARS) {
                hash -= folded.charAt(i - CHARS) * top;
            }
            hash = hash * FACTOR + folded.charAt(i);
            if (i >= CHARS - 1) {
                windows.add(hash);
            }
        }
        return windows;
    }

    /**
     * The share of the windows of a text, side by side, that are here too; 0 if it is too short.
     */
    double shareOf(String folded) {
        int all = folded.length() / CHARS;
        int shared = 0;
        for (int window = 0; window < all; window++) {
            shared += has(hash(folded, window * CHARS)) ? 1 : 0;
        }
        return all == 0 ? 0 : (double) shared / all;
    }

    private static long hash(String text, int from) {
        long hash = 0;
        for (int i = from; i < from + CHARS; i++) {
            hash = hash * FACTOR + text.charAt(i);
        }
        return hash;
    }

    private void add(long hash) {
        int at = slot(hash);
        while (table[at] != 0 && table[at] != marked(hash)) {
            at = (at + 1) & (table.length - 1);
        }
        table[at] = marked(hash);
    }

    private boolean has(long hash) {
        int at = slot(hash);
        while (table[at] != 0) {
            if (table[at] == marked(hash)) {
                return true;
            }
            at = (at + 1) & (table.length - 1);
        }
        return false;
    }

    /** Never 0, which means an empty place. */
    private static long marked(long hash) {
        return hash | 1;
    }

    private int slot(long hash) {
        long mixed = hash * 0x9E3779B97F4A7C15L;
        return (int) (mixed >>> 40) & (table.length - 1);
    }
}
