package io.broadsheet.enrich.step.date;

import java.time.ZoneId;
import java.util.Optional;

/**
 * The zone of the one country whose script a date is written in. It is weak evidence: a date in
 * Hangul is of a clock in Korea, in all likelihood and no more.
 */
final class ScriptZone {

    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final ZoneId BANGKOK = ZoneId.of("Asia/Bangkok");
    private static final ZoneId TBILISI = ZoneId.of("Asia/Tbilisi");
    private static final ZoneId JERUSALEM = ZoneId.of("Asia/Jerusalem");
    private static final ZoneId YEREVAN = ZoneId.of("Asia/Yerevan");
    private static final ZoneId ATHENS = ZoneId.of("Europe/Athens");

    private ScriptZone() {}

    /** The zone that the letters of a date hint at. */
    static Optional<ZoneId> of(String written) {
        return written.codePoints()
                .filter(c -> c >= 0x370)
                .mapToObj(ScriptZone::of)
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static Optional<ZoneId> of(int c) {
        return switch (Character.UnicodeScript.of(c)) {
            case HANGUL -> Optional.of(SEOUL);
            case HIRAGANA, KATAKANA -> Optional.of(TOKYO);
            case THAI -> Optional.of(BANGKOK);
            case GEORGIAN -> Optional.of(TBILISI);
            case HEBREW -> Optional.of(JERUSALEM);
            case ARMENIAN -> Optional.of(YEREVAN);
            case GREEK -> Optional.of(ATHENS);
            default -> Optional.empty();
        };
    }
}
