package io.broadsheet.bench.posts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How alike two texts are, by the shingles of four tokens that they share: the metric of
 * scrapinghub/article-extraction-benchmark for one page, but that in scripts written without spaces
 * each character is a token: there a token of theirs would be a whole sentence.
 */
final class Shingles {

    private static final int TOKENS = 4;
    private static final Pattern TOKEN =
            Pattern.compile(
                    "[\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]|"
                            + "[\\w&&[^\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}]]+",
                    Pattern.UNICODE_CHARACTER_CLASS);

    private Shingles() {}

    /** The harmonic mean of precision and recall, 0 to 1; 1 if both texts are empty. */
    static double f1(String expected, String found) {
        Map<List<String>, Integer> left = of(expected);
        Map<List<String>, Integer> right = of(found);
        int shared = 0;
        for (Map.Entry<List<String>, Integer> entry : left.entrySet()) {
            shared += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
        }
        int all = size(left) + size(right);
        return all == 0 ? 1 : 2.0 * shared / all;
    }

    private static int size(Map<List<String>, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** A text of fewer tokens is one shingle of them all. */
    private static Map<List<String>, Integer> of(String text) {
        List<String> tokens = new ArrayList<>();
        for (Matcher m = TOKEN.matcher(text); m.find(); ) {
            tokens.add(m.group());
        }
        Map<List<String>, Integer> counts = new HashMap<>();
        int size = Math.min(TOKENS, tokens.size());
        for (int at = 0; size > 0 && at + size <= tokens.size(); at++) {
            counts.merge(List.copyOf(tokens.subList(at, at + size)), 1, Integer::sum);
        }
        return counts;
    }
}
