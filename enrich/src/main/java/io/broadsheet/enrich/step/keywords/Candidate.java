package io.broadsheet.enrich.step.keywords;

import java.util.Locale;

/**
 * A word or name that an article may be about.
 *
 * @param text as it stands in the article
 * @param root what all its forms begin with, in lower case
 * @param startsWord whether it counts only where a word begins, as where words are spaced
 * @param weight how telling one mention is; 1 for a common noun
 */
record Candidate(String text, String root, boolean startsWord, double weight) {

    /** That of a name. */
    static final double NAME = 1.5;

    /** That of a common noun. */
    static final double NOUN = 1;

    /** That of a word of which it is not known that it is a noun. */
    static final double WORD = 0.75;

    /** A term of a script without spaces, or of one whose words are glued together. */
    static Candidate glued(String text, double weight) {
        return new Candidate(text, text.toLowerCase(Locale.ROOT), false, weight);
    }
}
