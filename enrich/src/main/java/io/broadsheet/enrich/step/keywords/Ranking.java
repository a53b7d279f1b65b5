package io.broadsheet.enrich.step.keywords;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Ranks candidates by how often the article mentions them, those of the headline first. */
final class Ranking {

    /** So that one word of a list does not win over what the article is about. */
    private static final int MENTIONS_MAX = 6;

    private static final double HEADLINE_BONUS = 1;

    /** Two mentions of a noun, one of them in the headline, or two of a name. */
    private static final double SCORE_MIN = 3;

    /** A part of a name that is mentioned so many times as often stands for itself. */
    private static final double PART_MENTIONS = 2;

    private final String headline;
    private final String text;

    /**
     * @param headline in lower case
     * @param text headline and body, in lower case
     */
    Ranking(String headline, String text) {
        this.headline = headline;
        this.text = text;
    }

    private record Scored(Candidate candidate, int mentions, double score) {}

    /**
     * The most telling.
     *
     * @param candidates in the order of the text
     * @param max how many at most
     */
    List<String> best(List<Candidate> candidates, int max) {
        List<Scored> ranked =
                distinct(candidates).stream()
                        .map(this::scored)
                        .filter(scored -> scored.mentions() > 1 && scored.score() >= SCORE_MIN)
                        .sorted(Comparator.comparingDouble(Scored::score).reversed())
                        .toList();
        List<Scored> kept = new ArrayList<>();
        for (Scored scored : ranked) {
            if (kept.size() < max && kept.stream().noneMatch(k -> covers(k, scored))) {
                kept.removeIf(k -> covers(scored, k));
                kept.add(scored);
            }
        }
        return kept.stream().map(k -> k.candidate().text()).toList();
    }

    /** One for each root: the heaviest, of equal ones the first. */
    private static Collection<Candidate> distinct(List<Candidate> candidates) {
        Map<String, Candidate> byRoot = new LinkedHashMap<>();
        for (Candidate candidate : candidates) {
            byRoot.merge(
                    candidate.root(),
                    candidate,
                    (one, other) -> other.weight() > one.weight() ? other : one);
        }
        return byRoot.values();
    }

    private Scored scored(Candidate candidate) {
        int mentions = mentions(candidate);
        double bonus = headline.contains(candidate.root()) ? HEADLINE_BONUS : 0;
        return new Scored(candidate, mentions, candidate.weight() * (mentions + bonus));
    }

    private int mentions(Candidate candidate) {
        String root = candidate.root();
        int count = 0;
        int at = text.indexOf(root);
        while (at >= 0 && count < MENTIONS_MAX) {
            boolean inWord = at > 0 && Character.isLetterOrDigit(text.charAt(at - 1));
            count += candidate.startsWord() && inWord ? 0 : 1;
            at = text.indexOf(root, at + root.length());
        }
        return count;
    }

    private static boolean covers(Scored whole, Scored part) {
        return whole.candidate().root().contains(part.candidate().root())
                && part.mentions() < PART_MENTIONS * whole.mentions();
    }
}
