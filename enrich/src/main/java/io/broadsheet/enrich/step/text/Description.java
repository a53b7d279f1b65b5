package io.broadsheet.enrich.step.text;

import io.broadsheet.enrich.step.body.BodyStep;
import io.broadsheet.v1.Basis;

import java.util.Optional;

/**
 * What an article is about, in few words.
 *
 * @param text plain text
 * @param basis DECLARED as the source gave it, EXTRACTED if shortened, FALLBACK if it is the
 *     beginning of the article
 */
public record Description(Optional<String> text, Basis basis) {

    private static final int FALLBACK_CHARS_MAX = 200;
    private static final int DECLARED_CHARS_MAX = 1000;

    /** From the summary of the source, else from the body. */
    public static Description of(Optional<String> summary, String body) {
        String given = summary.map(BodyStep::textOf).orElse("");
        if (!given.isEmpty()) {
            String text = Sentences.first(given, DECLARED_CHARS_MAX);
            boolean whole = given.length() <= DECLARED_CHARS_MAX;
            return new Description(Optional.of(text), whole ? Basis.DECLARED : Basis.EXTRACTED);
        }
        String first = Sentences.first(body, FALLBACK_CHARS_MAX);
        return first.isEmpty()
                ? new Description(Optional.empty(), Basis.UNKNOWN)
                : new Description(Optional.of(first), Basis.FALLBACK);
    }
}
