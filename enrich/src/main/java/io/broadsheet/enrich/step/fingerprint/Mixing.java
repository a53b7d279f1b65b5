package io.broadsheet.enrich.step.fingerprint;

/** Spreads numbers over all 64 bits; the same answer in every version, as answers are kept. */
final class Mixing {

    private static final long ONE = 0xbf58476d1ce4e5b9L;
    private static final long OTHER = 0x94d049bb133111ebL;

    private Mixing() {}

    /** The finisher of SplitMix64 (Steele, Lea and Flood, 2014). */
    static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * ONE;
        mixed = (mixed ^ (mixed >>> 27)) * OTHER;
        return mixed ^ (mixed >>> 31);
    }

    /** Enough for the upper bits of a polynomial, and cheap: this is asked for every letter. */
    static long mixUpper(long value) {
        return (value ^ (value >>> 32)) * ONE;
    }

    /** One number of two, in this order. */
    static long both(long first, long second) {
        return mix(mix(first) + second);
    }
}
