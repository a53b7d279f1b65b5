package io.broadsheet.enrich.step.keywords;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A word between spaces and marks.
 *
 * @param start of it in the text
 * @param isAdjacent whether only a space is between the word before and this
 * @param startsSentence whether a capital says nothing about it
 */
record SpacedWord(String text, int start, boolean isAdjacent, boolean startsSentence) {

    private static final String SENTENCE_MARKS = ".!?:\n\"“„«»’‘'¿¡•–—|।։؟";
    private static final String JOINERS = "'’-\u00ad\u200c\u200d";

    /** All of them, in order. */
    static List<SpacedWord> allIn(String text) {
        List<SpacedWord> words = new ArrayList<>();
        int end = 0;
        for (int at = 0; at < text.length(); ) {
            int c = text.codePointAt(at);
            if (isPart(c)) {
                int start = at;
                at = endOf(text, start);
                String gap = text.substring(end, start);
                words.add(
                        new SpacedWord(
                                text.substring(start, at),
                                start,
                                gap.equals(" ") || (gap.equals(". ") && endsInInitial(words)),
                                words.isEmpty() || endsSentence(gap)));
                end = at;
            } else {
                at += Character.charCount(c);
            }
        }
        return words;
    }

    int end() {
        return start + text.length();
    }

    String folded() {
        return text.toLowerCase(Locale.ROOT);
    }

    boolean isCapitalised() {
        int first = text.codePointAt(0);
        return Character.isUpperCase(first) || Character.isTitleCase(first);
    }

    /** NASA, EU: two capitals or more and nothing else. */
    boolean isAcronym() {
        return text.length() > 1 && text.chars().allMatch(Character::isUpperCase);
    }

    boolean hasNoLetters() {
        return text.codePoints().noneMatch(Character::isLetter);
    }

    private static int endOf(String text, int start) {
        int at = start;
        while (at < text.length()) {
            int c = text.codePointAt(at);
            int next = at + Character.charCount(c);
            boolean joined = JOINERS.indexOf(c) >= 0 && partAt(text, next);
            if (!isPart(c) && !joined) {
                return at;
            }
            at = next;
        }
        return at;
    }

    private static boolean partAt(String text, int at) {
        return at < text.length() && isPart(text.codePointAt(at));
    }

    private static boolean isPart(int c) {
        return switch (Character.getType(c)) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK -> true;
            default -> Character.isLetterOrDigit(c);
        };
    }

    /** J. Smith, Daniel G. Nichols. */
    private static boolean endsInInitial(List<SpacedWord> words) {
        return !words.isEmpty()
                && words.getLast().text().length() == 1
                && words.getLast().isCapitalised();
    }

    private static boolean endsSentence(String gap) {
        return gap.chars().anyMatch(c -> SENTENCE_MARKS.indexOf(c) >= 0);
    }
}
