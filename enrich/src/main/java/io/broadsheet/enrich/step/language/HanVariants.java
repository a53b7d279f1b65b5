package io.broadsheet.enrich.step.language;

import com.ibm.icu.text.Transliterator;

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

    private static final byte SIMPLIFIED = 1;
    private static final byte TRADITIONAL = 2;

    /** For each character whether it is of one kind, of the other, of both or of none. */
    private static final byte[] KINDS = kinds();

    private HanVariants() {}

    /** {@code Hans} or {@code Hant}; empty if the characters do not tell. */
    static Optional<String> scriptOf(String text) {
        int simplified = 0;
        int traditional = 0;
        for (int at = 0; at < text.length(); at++) {
            char c = text.charAt(at);
            int kind = c >= FIRST && c <= LAST ? KINDS[c - FIRST] : 0;
            simplified += kind & SIMPLIFIED;
            traditional += (kind & TRADITIONAL) >> 1;
        }
        int telling = simplified + traditional;
        if (telling == 0) {
            return Optional.empty();
        }
        if (simplified >= SHARE_MIN * telling) {
            return Optional.of("Hans");
        }
        return traditional >= SHARE_MIN * telling ? Optional.of("Hant") : Optional.empty();
    }

    private static byte[] kinds() {
        byte[] kinds = new byte[LAST - FIRST + 1];
        mark(kinds, SIMPLIFIED, "Simplified-Traditional");
        mark(kinds, TRADITIONAL, "Traditional-Simplified");
        return kinds;
    }

    /** Marks what a conversion changes. One character a line: no rule for several applies. */
    private static void mark(byte[] kinds, byte kind, String conversion) {
        var lines = new StringBuilder();
        for (int c = FIRST; c <= LAST; c++) {
            lines.appendCodePoint(c).append('\n');
        }
        String[] converted =
                Transliterator.getInstance(conversion)
                        .transliterate(lines.toString())
                        .split("\n", -1);
        for (int c = FIRST; c <= LAST; c++) {
            if (converted[c - FIRST].codePointAt(0) != c) {
                kinds[c - FIRST] |= kind;
            }
        }
    }
}
