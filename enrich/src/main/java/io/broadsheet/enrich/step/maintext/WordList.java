package io.broadsheet.enrich.step.maintext;

import java.util.List;
import java.util.Set;

/** Lists of words, as they are written down in this package: parted by white space. */
final class WordList {

    private WordList() {}

    static List<String> listOf(String words) {
        return List.of(words.strip().split("\\s+", -1));
    }

    static Set<String> setOf(String words) {
        return Set.copyOf(listOf(words));
    }
}
