package io.broadsheet.enrich.step.body;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;

/**
 * Whether a line break between two characters means a space. The rule is that of CSS Text 3, 4.1.3
 * "Segment Break Transformation Rules": a break between two wide characters, neither of them
 * Hangul, is nothing; every other break is a space. Quotation marks and dashes, wide only in East
 * Asian text, count as wide beside a wide character.
 */
final class EastAsian {

    private static final String NEUTRAL = "‘’“”…—·";

    private EastAsian() {}

    /** Whether text joins without a space where a line was broken between these code points. */
    static boolean joins(int before, int after) {
        return (isWide(before) && (isWide(after) || isNeutral(after)))
                || (isNeutral(before) && isWide(after));
    }

    private static boolean isNeutral(int c) {
        return NEUTRAL.indexOf(c) >= 0;
    }

    private static boolean isWide(int c) {
        if (c < 0x1100) {
            return false;
        }
        return switch (UCharacter.getIntPropertyValue(c, UProperty.EAST_ASIAN_WIDTH)) {
            case UCharacter.EastAsianWidth.FULLWIDTH,
                    UCharacter.EastAsianWidth.WIDE,
                    UCharacter.EastAsianWidth.HALFWIDTH ->
                    !isHangul(c);
            default -> false;
        };
    }

    private static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }
}
