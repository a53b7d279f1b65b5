package io.broadsheet.enrich.step.date;

import java.text.Normalizer;

/** Letters without their accents, as people write them who have none on their keyboard. */
final class Accents {

    private Accents() {}

    /** The word without accents if it is Latin, Greek or Cyrillic; in other scripts marks tell. */
    static String without(String word) {
        if (word.isEmpty() || word.charAt(0) >= 0x530 || isAscii(word)) {
            return word;
        }
        String apart = Normalizer.normalize(word, Normalizer.Form.NFD);
        var out = new StringBuilder(apart.length());
        apart.codePoints()
                .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
                .forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isAscii(String word) {
        return word.chars().allMatch(c -> c < 0x80);
    }
}
