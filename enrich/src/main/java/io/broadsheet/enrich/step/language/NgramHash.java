package io.broadsheet.enrich.step.language;

/**
 * Names runs of up to {@link #LONGEST} letters by 32 bits, from their last letter backwards, so
 * that all that end at one letter are named in one walk. What the model does not hold meets one
 * that it does about once in five thousand look-ups, which no text notices.
 */
public final class NgramHash {

    /** How many letters the longest run has. */
    public static final int LONGEST = 5;

    private static final long FACTOR = 0x9E3779B97F4A7C15L;
    private static final int FIRST_BIT = 32;

    private NgramHash() {}

    /** The state with one letter more before those it stands for; 0 stands for none. */
    public static long before(long state, char letter) {
        return (state + letter + 1) * FACTOR;
    }

    /** The name of the letters that a state stands for. */
    public static int name(long state) {
        return (int) ((state ^ (state >>> FIRST_BIT) * FACTOR) >>> FIRST_BIT);
    }

    /** The name of a whole run of letters. */
    public static int of(CharSequence letters) {
        long state = 0;
        for (int at = letters.length() - 1; at >= 0; at--) {
            state = before(state, letters.charAt(at));
        }
        return name(state);
    }
}
