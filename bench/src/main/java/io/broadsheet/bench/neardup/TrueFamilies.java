package io.broadsheet.bench.neardup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Which texts of a collection are near-duplicates, found the long way: each is compared with each
 * by all of its shingles. Shares no code with the product.
 */
final class TrueFamilies {

    private static final int SHINGLE = 8;
    private static final int SHINGLES_MIN = 40;
    private static final double COMMON_MIN = 0.7;

    private TrueFamilies() {}

    /** The same articles, those of one family with the same family. */
    static List<Paper> found(List<Paper> papers) {
        List<Set<String>> shingles = papers.stream().map(paper -> shingles(paper.text())).toList();
        Map<String, String> parents = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            for (int j = 0; j < i; j++) {
                if (common(shingles.get(i), shingles.get(j)) >= COMMON_MIN) {
                    parents.putIfAbsent(root(parents, papers.get(i).id()), papers.get(j).id());
                    break;
                }
            }
        }
        List<Paper> found = new ArrayList<>();
        for (Paper paper : papers) {
            String family = root(parents, paper.id());
            found.add(
                    new Paper(
                            paper.id(),
                            paper.source(),
                            paper.title(),
                            paper.text(),
                            family,
                            paper.edit()));
        }
        return found;
    }

    private static String root(Map<String, String> parents, String id) {
        String root = id;
        while (parents.containsKey(root)) {
            root = parents.get(root);
        }
        return root;
    }

    private static Set<String> shingles(String text) {
        String letters = text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
        Set<String> shingles = new HashSet<>();
        for (int i = 0; i + SHINGLE <= letters.length(); i++) {
            shingles.add(letters.substring(i, i + SHINGLE));
        }
        return shingles;
    }

    private static double common(Set<String> one, Set<String> other) {
        if (Math.min(one.size(), other.size()) < SHINGLES_MIN) {
            return 0;
        }
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return (double) both.size() / (one.size() + other.size() - both.size());
    }
}
