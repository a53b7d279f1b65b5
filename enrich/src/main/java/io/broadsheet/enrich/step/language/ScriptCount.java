package io.broadsheet.enrich.step.language;

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

    private final Map<UnicodeScript, Integer> letters = new EnumMap<>(UnicodeScript.class);
    private int total;

    private ScriptCount() {}

    static ScriptCount of(String text) {
        var count = new ScriptCount();
        text.codePoints().filter(Character::isLetter).forEach(count::add);
        return count;
    }

    private void add(int letter) {
        letters.merge(UnicodeScript.of(letter), 1, Integer::sum);
        total++;
    }

    /** How many letters there are. */
    int total() {
        return total;
    }

    /** How many letters of one script there are. */
    int of(UnicodeScript script) {
        return letters.getOrDefault(script, 0);
    }

    /** The script that the text is in; kana decide for Japanese. Empty if there is no letter. */
    Optional<UnicodeScript> dominant() {
        int kana = of(UnicodeScript.HIRAGANA) + of(UnicodeScript.KATAKANA);
        int han = of(UnicodeScript.HAN);
        Optional<UnicodeScript> most =
                letters.entrySet().stream()
                        .max(
                                java.util.Comparator.comparingInt(
                                        e -> weight(e.getKey(), e.getValue())))
                        .map(Map.Entry::getKey);
        boolean eastAsian = most.filter(ScriptCount::isJapanese).isPresent();
        return eastAsian && kana > KANA_SHARE_MIN * (kana + han)
                ? Optional.of(UnicodeScript.HIRAGANA)
                : most;
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
