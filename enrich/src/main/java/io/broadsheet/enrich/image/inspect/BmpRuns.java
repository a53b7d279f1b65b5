package io.broadsheet.enrich.image.inspect;

/** Walks the runs of a packed bitmap (BI_RLE8, BI_RLE4), without unpacking them. */
final class BmpRuns {

    private static final int END_OF_BITMAP = 1;
    private static final int DELTA = 2;

    private BmpRuns() {}

    /** Whether the mark of the end is reached, or may be where the bytes are not at hand. */
    static boolean end(Octets octets, long from, boolean halfBytes) {
        long at = from;
        while (octets.has(at, 2)) {
            int count = octets.u8(at);
            int value = octets.u8(at + 1);
            if (count == 0 && value == END_OF_BITMAP) {
                return true;
            }
            at += 2 + (count == 0 ? extra(value, halfBytes) : 0);
        }
        return !octets.whole();
    }

    /** Bytes behind an escape: a move, or pixels as they are, filled up to an even number. */
    private static int extra(int value, boolean halfBytes) {
        if (value == DELTA) {
            return 2;
        }
        int bytes = value < DELTA ? 0 : halfBytes ? (value + 1) / 2 : value;
        return bytes + (bytes & 1);
    }
}
