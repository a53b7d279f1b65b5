package io.broadsheet.enrich.step.language;

import io.broadsheet.enrich.step.Scripts;

import java.lang.Character.UnicodeScript;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;

/** How many letters of each script a text has. */
final class ScriptCount {

    /** A word of Chinese is one or two characters, one of Latin letters about five. */
    private static final int IDEOGRAPH_WEIGHT = 3;

    /** Chinese names in a Japanese text are many, kana in a Chinese one are few. */
    private static final double KANA_SHARE_MIN = 0.05;

    private final Map<UnicodeScript, Count> letters = new EnumMap<>(UnicodeScript.class);
    private int total;

    private static final class Count {
        private int letters;
    }

    private ScriptCount() {}

    static ScriptCount of(String text) {
        var count = new ScriptCount();
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            at += Character.charCount(c);
            if (Character.isLetter(c)) {
                count.letters.computeIfAbsent(Scripts.of(c), _ -> new Count()).letters++;
                count.total++;
            }
        }
        return count;
    }

    /** How many letters there are. */
    int total() {
        return total;
    }

    /** How many letters of one script there are. */
    int of(UnicodeScript script) {
        Count count = letters.get(script);
        return count == null ? 0 : count.letters;
    }

    /** The part of the text that is in a script, 0 to 1; Japanese is in kana and Han. */
    double share(UnicodeScript script) {
        boolean japanese = script == UnicodeScript.HIRAGANA;
        int all = 0;
        int its = 0;
        for (UnicodeScript other : letters.keySet()) {
            int weight = weight(other, of(other));
            all += weight;
            boolean counts = other == script || (japanese && isJapanese(other));
            its += counts ? weight : 0;
        }
        return all == 0 ? 0 : (double) its / all;
    }

    /** The script that the text is in; kana decide for Japanese. Empty if there is no letter. */
    Optional<UnicodeScript> dominant() {
        int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        int han = of(UnicodeScript.HAN);
        Optional<UnicodeScript> most = heaviest();
        boolean eastAsian = most.filter(ScriptCount::isJapanese).isPresent();
        return eastAsian && kana > KANA_SHARE_MIN * (kana + han)
                ? Optional.of(UnicodeScript.HIRAGANA)
                : most;
    }

    private Optional<UnicodeScript> heaviest() {
        Optional<UnicodeScript> heaviest = Optional.empty();
        int most = 0;
        for (UnicodeScript script : letters.keySet()) {
            int weight = weight(script, of(script));
            if (weight > most) {
                most = weight;
                heaviest = Optional.of(script);
            }
        }
        return heaviest;
    }

    private static int weight(UnicodeScript script, int count) {
        return isJapanese(script) || script == UnicodeScript.HANGUL
                ? IDEOGRAPH_WEIGHT * count
                : count;
    }

    private static boolean isJapanese(UnicodeScript script) {
        return switch (script) {
            case HAN, HIRAGANA, KATAKANA -> true;
            default -> false;
        };
    }
}
