package io.broadsheet.enrich.step.fingerprint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes the fingerprints of texts. */
public final class FingerprintStep {

    /** Shorter texts have none: what so few letters have in common says nothing. */
    public static final int WEIGHT_MIN = 60;

    /** Letters of a shingle: about two words. */
    static final int SHINGLE_LETTERS = 9;

    /** Characters of a shingle in a dense script: about two or three words. */
    static final int SHINGLE_DENSE = 5;

    private static final int BANDS = 4;
    private static final int NUMBER_BINS_SHIFT = Long.SIZE - 5;
    private static final int NUMBER_BINS = 32;

    /** Odd, and without pattern. */
    static final long BASE = 0x9e3779b97f4a7c15L;

    private FingerprintStep() {}

    /** The fingerprint of a text; empty if there is too little text. */
    public static Optional<Fingerprint> of(String text) {
        FoldedText folded = FoldedText.of(text);
        int weight = folded.weight();
        return weight < WEIGHT_MIN || folded.length() < SHINGLE_LETTERS
                ? Optional.empty()
                : Optional.of(fingerprint(folded, weight));
    }

    /**
     * A number for a headline, the same for all that read the same; empty if it has fewer letters
     * than asked for.
     */
    public static Optional<Long> ofHeadline(String text, int weightMin) {
        FoldedText folded = FoldedText.of(text);
        if (folded.weight() < weightMin) {
            return Optional.empty();
        }
        long hash = 0;
        for (int i = 0; i < folded.length(); i++) {
            hash = hash * BASE + folded.chars()[i];
        }
        return Optional.of(Mixing.mix(hash));
    }

    /** A number for a name such as an address, the same for the very same one only. */
    public static long ofName(String name) {
        long hash = 0;
        for (int i = 0; i < name.length(); i++) {
            hash = hash * BASE + name.charAt(i) + 1;
        }
        return Mixing.mix(hash);
    }

    private static Fingerprint fingerprint(FoldedText text, int weight) {
        Minima minima = new Minima();
        long hash = shingle(text, minima);
        int[] least = minima.settled();
        return new Fingerprint(
                hash, weight, lowBytes(least), numbers(text), bands(least), simHash(least));
    }

    /** Puts all shingles in; what comes back is over the whole text. */
    private static long shingle(FoldedText text, Minima minima) {
        long all = 0;
        if (text.denseCount() < text.length()) {
            all = new Shingles(SHINGLE_LETTERS, false).of(text, minima);
        }
        if (text.denseCount() > 0) {
            all = new Shingles(SHINGLE_DENSE, true).of(text, minima);
        }
        return Mixing.mix(all);
    }

    private static byte[] lowBytes(int[] numbers) {
        byte[] bytes = new byte[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            bytes[i] = (byte) numbers[i];
        }
        return bytes;
    }

    /** Two least numbers make a band; the bins of the bands lie apart. */
    private static List<Long> bands(int[] least) {
        List<Long> bands = new ArrayList<>();
        for (int band = 0; band < BANDS; band++) {
            long pair = Mixing.both(least[2 * band], least[2 * band + 1]);
            bands.add(Mixing.both(band, pair));
        }
        return List.copyOf(bands);
    }

    /** Of the least numbers alone, which are a fair sample of the shingles. */
    private static long simHash(int[] least) {
        var majority = new BitMajority(least.length);
        for (int number : least) {
            majority.add(Mixing.mix(number));
        }
        return majority.majority();
    }

    private static byte[] numbers(FoldedText text) {
        byte[] bins = new byte[NUMBER_BINS];
        long number = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.chars()[i] : CharFolds.NOTHING;
            if (c >= '0' && c <= '9') {
                number = number * BASE + c;
            } else if (number != 0) {
                put(bins, Mixing.mix(number));
                number = 0;
            }
        }
        return bins;
    }

    private static void put(byte[] bins, long number) {
        int bin = (int) (number >>> NUMBER_BINS_SHIFT);
        int value = (int) (number & 0xff) | 1;
        int before = bins[bin] & 0xff;
        bins[bin] = (byte) (before == 0 ? value : Math.min(before, value));
    }
}
