package io.broadsheet.bench.articles;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a text compares with the expected one by shingles of four tokens, a token being a run of
 * letters, digits and underscores: the measure of scrapinghub/article-extraction-benchmark for one
 * page.
 *
 * @param shared shingles that both have
 * @param added shingles that only the found text has
 * @param missed shingles that only the expected text has
 * @param same whether the lists of tokens are equal
 */
record ShingleMatch(int shared, int added, int missed, boolean same) {

    private static final int TOKENS = 4;
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+");

    private static final String UNSPACED = "\\p{IsHan}\\p{IsHiragana}\\p{IsKatakana}\\p{IsThai}";
    private static final Pattern FAIR_TOKEN =
            Pattern.compile("[" + UNSPACED + "]|[\\p{L}\\p{N}_&&[^" + UNSPACED + "]]+");

    /** As that benchmark defines it. */
    static ShingleMatch of(String expected, String found) {
        return of(tokens(expected, TOKEN), tokens(found, TOKEN));
    }

    /**
     * The same, but of scripts that are written without spaces each letter is a token: a whole
     * sentence would be one, and wrong if one tool sets a space beside a link.
     */
    static ShingleMatch inAnyScript(String expected, String found) {
        return of(tokens(expected, FAIR_TOKEN), tokens(found, FAIR_TOKEN));
    }

    private static ShingleMatch of(List<String> wanted, List<String> got) {
        Map<List<String>, Integer> left = shingles(wanted);
        Map<List<String>, Integer> right = shingles(got);
        int shared = 0;
        for (Map.Entry<List<String>, Integer> entry : left.entrySet()) {
            shared += Math.min(entry.getValue(), right.getOrDefault(entry.getKey(), 0));
        }
        return new ShingleMatch(
                shared, size(right) - shared, size(left) - shared, wanted.equals(got));
    }

    /** Of what was found, the share that was expected; 1 if there is nothing on either side. */
    double precision() {
        return added == 0 && missed == 0 ? 1 : share(shared, shared + added);
    }

    /** Of what was expected, the share that was found; 1 if there is nothing on either side. */
    double recall() {
        return added == 0 && missed == 0 ? 1 : share(shared, shared + missed);
    }

    /** The harmonic mean of both. */
    double f1() {
        return added == 0 && missed == 0 ? 1 : share(2 * shared, 2 * shared + added + missed);
    }

    private static double share(int part, int of) {
        return of == 0 ? 0 : (double) part / of;
    }

    private static List<String> tokens(String text, Pattern token) {
        List<String> tokens = new ArrayList<>();
        for (Matcher m = token.matcher(text); m.find(); ) {
            tokens.add(m.group());
        }
        return tokens;
    }

    /** A text of fewer tokens is one shingle of them all. */
    private static Map<List<String>, Integer> shingles(List<String> tokens) {
        Map<List<String>, Integer> counts = new HashMap<>();
        int size = Math.min(TOKENS, tokens.size());
        for (int at = 0; size > 0 && at + size <= tokens.size(); at++) {
            counts.merge(List.copyOf(tokens.subList(at, at + size)), 1, Integer::sum);
        }
        return counts;
    }

    private static int size(Map<List<String>, Integer> shingles) {
        return shingles.values().stream().mapToInt(Integer::intValue).sum();
    }
}
