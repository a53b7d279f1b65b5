package io.broadsheet.enrich.step.keywords;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How words are found, by language. What a language needs is loaded with its first article: the
 * dictionaries of Chinese take 40 MB of heap, the others less.
 */
final class Vocabulary {

    /** All nouns have a capital, so that a row of capitals is no name. */
    private static final Set<String> NOUNS_CAPITALISED = Set.of("de", "lb");

    private final Map<String, Optional<Words>> loaded = new ConcurrentHashMap<>();

    /**
     * How words of a language are found.
     *
     * @param tag BCP 47
     * @return empty for a language of which it is not known which words tell nothing
     */
    Optional<Words> of(String tag) {
        int end = tag.indexOf('-');
        String language = end < 0 ? tag : tag.substring(0, end);
        String key = tag.startsWith("zh-Hant") ? "zh-Hant" : language;
        return loaded.computeIfAbsent(key, Vocabulary::load);
    }

    private static Optional<Words> load(String key) {
        return switch (key) {
            case "zh" -> Optional.of(new ChineseWords(false));
            case "zh-Hant" -> Optional.of(new ChineseWords(true));
            case "ja" -> Optional.of(new JapaneseWords());
            case "ko" -> Optional.of(new KoreanWords());
            case "th" -> StopWords.of(key).map(ThaiWords::new);
            default ->
                    StopWords.of(key)
                            .map(stops -> new SpacedWords(stops, !NOUNS_CAPITALISED.contains(key)));
        };
    }
}
