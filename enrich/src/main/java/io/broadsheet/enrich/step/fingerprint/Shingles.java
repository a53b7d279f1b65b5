package io.broadsheet.enrich.step.fingerprint;

/**
 * The runs of so many characters that end in one of a kind. The hash of a run is made of that of
 * the run before it (Karp and Rabin, 1987), so that each costs the same however long it is.
 *
 * @param size characters of a run
 * @param dense whether the last one is of a dense script
 */
record Shingles(int size, boolean dense) {

    /**
     * Puts all of a text in.
     *
     * @return a hash of the whole text
     */
    long of(FoldedText text, Minima minima) {
        char[] chars = text.chars();
        int length = text.length();
        long leavingFactor = leavingFactor();
        long all = 0;
        long run = 0;
        for (int i = 0; i < length; i++) {
            char c = chars[i];
            all = all * FingerprintStep.BASE + c;
            if (i < size) {
                run = run * FingerprintStep.BASE + c;
            } else {
                run = run * FingerprintStep.BASE + (c - chars[i - size] * leavingFactor);
            }
            if (i >= size - 1 && FoldedText.isDense(c) == dense) {
                minima.put(Mixing.mixUpper(run));
            }
        }
        return all;
    }

    private long leavingFactor() {
        long factor = 1;
        for (int i = 0; i < size; i++) {
            factor *= FingerprintStep.BASE;
        }
        return factor;
    }
}
