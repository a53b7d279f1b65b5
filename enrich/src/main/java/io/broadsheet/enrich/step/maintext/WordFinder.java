package io.broadsheet.enrich.step.maintext;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Tells in one pass whether any of many words occurs anywhere in a text (Aho and Corasick, 1975).
 * The words are of the letters a to z; any other character parts the text.
 */
final class WordFinder {

    private static final int LETTERS = 26;

    private final List<int[]> next = new ArrayList<>();
    private final List<Boolean> ends = new ArrayList<>();

    WordFinder(Iterable<String> words) {
        node();
        for (String word : words) {
            add(word);
        }
        link();
    }

    private int node() {
        int[] empty = new int[LETTERS];
        Arrays.fill(empty, -1);
        next.add(empty);
        ends.add(false);
        return next.size() - 1;
    }

    private void add(String word) {
        int at = 0;
        for (int i = 0; i < word.length(); i++) {
            int letter = word.charAt(i) - 'a';
            if (next.get(at)[letter] < 0) {
                next.get(at)[letter] = node();
            }
            at = next.get(at)[letter];
        }
        ends.set(at, true);
    }

    /** Makes each missing step that of the longest ending that is a beginning too. */
    private void link() {
        int[] fallback = new int[next.size()];
        Deque<Integer> open = new ArrayDeque<>();
        open.add(0);
        while (!open.isEmpty()) {
            int at = open.remove();
            for (int letter = 0; letter < LETTERS; letter++) {
                int shorter = at == 0 ? 0 : next.get(fallback[at])[letter];
                int child = next.get(at)[letter];
                if (child < 0) {
                    next.get(at)[letter] = Math.max(shorter, 0);
                } else {
                    fallback[child] = Math.max(shorter, 0);
                    ends.set(child, ends.get(child) || ends.get(fallback[child]));
                    open.add(child);
                }
            }
        }
    }

    boolean findsIn(String text) {
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            int letter = text.charAt(i) - 'a';
            at = letter < 0 || letter >= LETTERS ? 0 : next.get(at)[letter];
            if (ends.get(at)) {
                return true;
            }
        }
        return false;
    }
}
