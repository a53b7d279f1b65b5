package io.broadsheet.enrich.step.language;

import com.ibm.icu.text.Transliterator;

import java.util.BitSet;
import java.util.Optional;

/**
 * Whether Chinese is written in simplified or in traditional characters, by those that exist in one
 * of the two only. Which these are is derived from ICU's own conversion tables.
 */
final class HanVariants {

    private static final int FIRST = 0x4E00;
    private static final int LAST = 0x9FFF;

    /** Reprints carry a stray character of the other kind. */
    private static final double SHARE_MIN = 0.8;

    private static final BitSet SIMPLIFIED = changedBy("Simplified-Traditional");
    private static final BitSet TRADITIONAL = changedBy("Traditional-Simplified");

    private HanVariants() {}

    /** {@code Hans} or {@code Hant}; empty if the characters do not tell. */
    static Optional<String> scriptOf(String text) {
        long simplified = count(text, SIMPLIFIED);
        long traditional = count(text, TRADITIONAL);
        long telling = simplified + traditional;
        if (telling == 0) {
            return Optional.empty();
        }
        if (simplified >= SHARE_MIN * telling) {
            return Optional.of("Hans");
        }
        return traditional >= SHARE_MIN * telling ? Optional.of("Hant") : Optional.empty();
    }

    private static long count(String text, BitSet characters) {
        return text.chars().filter(c -> c >= FIRST && c <= LAST && characters.get(c)).count();
    }

    /** One character a line, so that no rule for several of them applies. */
    private static BitSet changedBy(String conversion) {
        var lines = new StringBuilder();
        for (int c = FIRST; c <= LAST; c++) {
            lines.appendCodePoint(c).append('\n');
        }
        String[] converted =
                Transliterator.getInstance(conversion)
                        .transliterate(lines.toString())
                        .split("\n", -1);
        var changed = new BitSet(LAST + 1);
        for (int c = FIRST; c <= LAST; c++) {
            changed.set(c, converted[c - FIRST].codePointAt(0) != c);
        }
        return changed;
    }
}
