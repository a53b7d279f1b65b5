package io.broadsheet.enrich.step.keywords;

import io.broadsheet.v1.Basis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Keywords of an article: what the source calls its tags, and only where it names none, words and
 * names of the headline and the first sentences that the text comes back to. Safe for many threads.
 */
public final class KeywordStep {

    /** Mentions are counted this far. */
    private static final int COUNTED_CHARS = 4_000;

    private final Vocabulary vocabulary = new Vocabulary();
    private final int extractedMax;

    /**
     * @param extractedMax how many are taken from a text at most; 0 for none
     */
    public KeywordStep(int extractedMax) {
        this.extractedMax = extractedMax;
    }

    /**
     * The keywords.
     *
     * @param declared by the source
     * @param language of the text, BCP 47, if it is known; of another no words are taken
     */
    public Keywords of(
            List<String> declared, String headline, String body, Optional<String> language) {
        if (!declared.isEmpty()) {
            return new Keywords(declared, Basis.DECLARED);
        }
        List<String> found =
                extractedMax == 0
                        ? List.of()
                        : language.flatMap(vocabulary::of)
                                .map(words -> extract(words, headline, body))
                                .orElse(List.of());
        return found.isEmpty() ? Keywords.NONE : new Keywords(found, Basis.EXTRACTED);
    }

    private List<String> extract(Words words, String headline, String body) {
        String lead = beginning(body, words.leadChars());
        // The lead first: headlines may be in capitals throughout.
        List<Candidate> candidates = new ArrayList<>(words.in(lead));
        candidates.addAll(words.inHeadline(headline));
        String folded = headline.toLowerCase(Locale.ROOT);
        String text = beginning(body, COUNTED_CHARS).toLowerCase(Locale.ROOT);
        return new Ranking(folded, folded + "\n" + text).best(candidates, extractedMax);
    }

    /** Never half a surrogate pair, and whole words where they are spaced. */
    private static String beginning(String text, int charsMax) {
        if (text.length() <= charsMax) {
            return text;
        }
        int space = text.lastIndexOf(' ', charsMax);
        int end = space > charsMax / 2 ? space : charsMax;
        boolean halfPair = Character.isHighSurrogate(text.charAt(end - 1));
        return text.substring(0, halfPair ? end - 1 : end);
    }
}
