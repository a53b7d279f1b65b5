package io.broadsheet.enrich.step.date;

import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;

/**
 * Abbreviations of zones that mean one offset: those of RFC 822 and those that no two regions share
 * in practice. "IST" is Indian, Irish and Israeli and is not here.
 */
final class ZoneWords {

    private static final Map<String, Integer> HOURS =
            Map.ofEntries(
                    Map.entry("z", 0),
                    Map.entry("ut", 0),
                    Map.entry("utc", 0),
                    Map.entry("gmt", 0),
                    Map.entry("wet", 0),
                    Map.entry("est", -5),
                    Map.entry("edt", -4),
                    Map.entry("cst", -6),
                    Map.entry("cdt", -5),
                    Map.entry("mst", -7),
                    Map.entry("mdt", -6),
                    Map.entry("pst", -8),
                    Map.entry("pdt", -7),
                    Map.entry("akst", -9),
                    Map.entry("akdt", -8),
                    Map.entry("hst", -10),
                    Map.entry("brt", -3),
                    Map.entry("art", -3),
                    Map.entry("bst", 1),
                    Map.entry("west", 1),
                    Map.entry("cet", 1),
                    Map.entry("met", 1),
                    Map.entry("mez", 1),
                    Map.entry("cest", 2),
                    Map.entry("mest", 2),
                    Map.entry("mesz", 2),
                    Map.entry("eet", 2),
                    Map.entry("eest", 3),
                    Map.entry("msk", 3),
                    Map.entry("hkt", 8),
                    Map.entry("sgt", 8),
                    Map.entry("awst", 8),
                    Map.entry("jst", 9),
                    Map.entry("kst", 9),
                    Map.entry("aest", 10),
                    Map.entry("aedt", 11),
                    Map.entry("nzst", 12),
                    Map.entry("nzdt", 13));

    private ZoneWords() {}

    /** The offset that a lower-case abbreviation means. */
    static Optional<ZoneOffset> offset(String word) {
        return Optional.ofNullable(HOURS.get(word)).map(ZoneOffset::ofHours);
    }

    /** Whether a word is set where a zone is, though we know no offset for it. */
    static boolean looksLikeZone(String word) {
        return !word.isEmpty()
                && word.length() <= 5
                && word.chars().allMatch(c -> c >= 'a' && c <= 'z');
    }
}
