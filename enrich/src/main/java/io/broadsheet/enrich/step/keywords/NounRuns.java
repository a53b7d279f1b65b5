package io.broadsheet.enrich.step.keywords;

import java.util.ArrayList;
import java.util.List;

/** Joins nouns that follow each other without a gap to what readers take for one word. */
final class NounRuns {

    private static final int CHARS_MIN = 2;

    /** Longer ones are no keywords but half sentences. */
    private static final int CHARS_MAX = 16;

    private final String text;
    private final List<Candidate> found = new ArrayList<>();
    private int start;
    private int end = -1;
    private double weight;

    NounRuns(String text) {
        this.text = text;
    }

    /** The next noun, at these characters of the text. */
    void noun(int from, int to, double itsWeight) {
        if (from != end) {
            close();
            start = from;
            weight = 0;
        }
        end = to;
        weight = Math.max(weight, itsWeight);
    }

    /** All runs, after the last noun. */
    List<Candidate> all() {
        close();
        return found;
    }

    private void close() {
        int chars = end - start;
        if (end >= 0 && chars >= CHARS_MIN && chars <= CHARS_MAX) {
            found.add(Candidate.glued(text.substring(start, end), weight));
        }
        end = -1;
    }
}
